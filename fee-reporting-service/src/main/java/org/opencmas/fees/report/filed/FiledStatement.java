package org.opencmas.fees.report.filed;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.report.draft.Reported;
import org.opencmas.fees.report.statement.QuarterFee;
import org.opencmas.fees.report.statement.Statement;

/** A report as it was filed. Written once; the database refuses any change. */
@Entity
@Immutable
@Table(name = "filed_statement")
public class FiledStatement {
    /** One report per agreement and quarter. */
    @Embeddable
    public record Key(String cmasNumber, String quarter) implements Serializable {}

    @EmbeddedId
    private Key key;

    private String receiptNumber;
    private UUID contractorId;
    private Instant filedAt;
    private String filedBy;
    private int lineCount;
    private BigDecimal totalExcludingTaxAndFreight;
    private BigDecimal feeExact;
    private BigDecimal creditUsed;
    private BigDecimal feeDue;
    private BigDecimal creditAdded;
    private String document;
    private String documentSha256;

    @Nullable
    private Integer draftVersion;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected FiledStatement() {}

    /**
     * A filing.
     *
     * @param reported what the contractor reports where that is not what is pre-filled
     * @param document the JSON that is answered for this report from now on
     */
    public FiledStatement(
            Statement statement,
            QuarterlyReportView.Filing filing,
            QuarterFee fee,
            @Nullable Reported reported,
            String document) {
        key = new Key(statement.agreement().canonical(), statement.quarter().toString());
        receiptNumber = filing.receiptNumber();
        contractorId = statement.contractorId().orElseThrow();
        filedAt = filing.filedAt();
        filedBy = filing.filedBy();
        lineCount = statement.totals().lineCount();
        totalExcludingTaxAndFreight =
                statement.totals().totalExcludingTaxAndFreight().amount();
        feeExact = statement.totals().feeExact().amount();
        creditUsed = fee.creditUsed().amount();
        feeDue = fee.due().amount();
        creditAdded = fee.creditAdded().amount();
        this.document = document;
        documentSha256 = Fingerprint.ofText(document).sha256();
        draftVersion = reported == null ? null : reported.draftVersion();
    }

    public String receiptNumber() {
        return receiptNumber;
    }

    public Instant filedAt() {
        return filedAt;
    }

    public UUID contractorId() {
        return contractorId;
    }

    /** The JSON as first issued, to the character. */
    public String document() {
        return document;
    }

    /** For the ETag. */
    public long version() {
        return new Fingerprint(documentSha256).version();
    }
}
