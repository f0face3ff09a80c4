package org.opencmas.order.purchaseorder.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderBody.Attestation;
import org.opencmas.orderbody.OrderLine;

/**
 * A person's statement as the order records it: what was said by whom, who sent it first, and for which version of the order.
 *
 * <p>It holds for what it was made for. A statement that is sent again with an amendment stays one for the version in force that it was
 * made for: the amendment is attested anew. Sent again with a version that replaces one never issued, it goes on to hold for those of its
 * lines that say the same, never for lines that were added or changed.
 *
 * @param said the statement; without lines it is for all of its version
 * @param documentVersion the version of the order it was made for; null in a document stored before this was recorded, for which it was
 *     made then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Attestation")
public record RecordedAttestation(
        @JsonUnwrapped Attestation said, @Nullable Integer documentVersion) {

    /**
     * What a new version may take over from.
     *
     * @param replaced the version that was never issued and is replaced
     * @param inForce the version that is amended
     */
    public record Earlier(
            @Nullable OrderDocument replaced, @Nullable OrderDocument inForce) {
        public static final Earlier NOTHING = new Earlier(null, null);
    }

    /** As they are recorded in a new version of the order. */
    public static List<RecordedAttestation> all(OrderBody content, int documentVersion, Earlier earlier) {
        return content.attestations().stream()
                .map(sent -> resent(sent, content.lines(), documentVersion, earlier)
                        .orElseGet(() -> new RecordedAttestation(sent, documentVersion)))
                .toList();
    }

    private static Optional<RecordedAttestation> resent(
            Attestation sent, List<OrderLine> lines, int documentVersion, Earlier earlier) {
        OrderDocument replaced = earlier.replaced();
        if (replaced != null) {
            Optional<RecordedAttestation> before = in(replaced, sent);
            if (before.isPresent()) {
                return before.map(one -> one.isFor(replaced) ? one.goingOn(replaced, lines, documentVersion) : one);
            }
        }
        OrderDocument inForce = earlier.inForce();
        return inForce == null ? Optional.empty() : in(inForce, sent);
    }

    /** The same statement in an earlier document, with the version for which it was made. */
    private static Optional<RecordedAttestation> in(OrderDocument document, Attestation sent) {
        return document.attestations().stream()
                .filter(one -> one.isResentAs(sent))
                .findFirst()
                .map(one -> new RecordedAttestation(
                        one.said, Objects.requireNonNullElse(one.documentVersion, document.documentVersion())));
    }

    private boolean isResentAs(Attestation sent) {
        List<String> itsLines = sent.lineIds() == null ? said.lineIds() : sent.lineIds();
        return said.rule().equals(sent.rule())
                && said.statement().equals(sent.statement())
                && said.attestedBy().equals(sent.attestedBy())
                && said.attestedOn().equals(sent.attestedOn())
                && Objects.equals(said.evidence(), sent.evidence())
                && Objects.equals(said.lineIds(), itsLines);
    }

    private static Attestation forLines(Attestation said, @Nullable List<String> lineIds) {
        return new Attestation(
                said.rule(),
                said.statement(),
                said.attestedBy(),
                said.attestedOn(),
                said.evidence(),
                lineIds,
                said.recordedBy());
    }

    private boolean isFor(OrderDocument document) {
        return documentVersion != null && documentVersion == document.documentVersion();
    }

    private RecordedAttestation goingOn(OrderDocument replaced, List<OrderLine> lines, int nextVersion) {
        List<String> itsLines = said.lineIds();
        List<String> same = lines.stream()
                .filter(line -> replaced.saysTheSame(line) && (itsLines == null || itsLines.contains(line.lineId())))
                .map(OrderLine::lineId)
                .toList();
        if (same.isEmpty()) {
            return this;
        }
        boolean isForAll = itsLines == null && same.size() == lines.size();
        return new RecordedAttestation(forLines(said, isForAll ? null : same), nextVersion);
    }
}
