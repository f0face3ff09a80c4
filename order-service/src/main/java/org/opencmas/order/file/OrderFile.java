package org.opencmas.order.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.AccountAct;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.account.Accounts;
import org.opencmas.order.account.terms.PaymentFigures;
import org.opencmas.order.agency.RegisteredAgencies;
import org.opencmas.order.file.list.FileLists;
import org.opencmas.order.invoice.Invoices;
import org.opencmas.order.invoice.MatchOrder;
import org.opencmas.order.invoice.document.Invoice;
import org.opencmas.order.payment.Payments;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.history.OrderHistory;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.order.receipt.Receipts;
import org.opencmas.paper.Paper;
import org.opencmas.paper.PaperPrinter;
import org.opencmas.problem.Unavailable;
import org.opencmas.problem.body.FieldReader;

/**
 * Puts the file of an order together (DOC-FILE). It is made from what is stored when it is asked for: the same order as it stands gives the
 * same bytes.
 */
@ApplicationScoped
class OrderFile {
    private final AccountChange changes;
    private final Orders orders;
    private final OrderHistory history;
    private final Accounts accounts;
    private final Receipts receipts;
    private final Invoices invoices;
    private final Payments payments;
    private final FileItems items;
    private final FileLists lists;
    private final FileEvidence evidence;
    private final MatchOrder matches;
    private final RegisteredAgencies agencies;
    /** Files that are printed at once, inclusive. */
    private final Semaphore turns = new Semaphore(4);

    private final PaperPrinter printer = new PaperPrinter();

    OrderFile(
            AccountChange changes,
            Orders orders,
            OrderHistory history,
            Accounts accounts,
            Receipts receipts,
            Invoices invoices,
            Payments payments,
            FileItems items,
            FileLists lists,
            FileEvidence evidence,
            MatchOrder matches,
            RegisteredAgencies agencies) {
        this.matches = matches;
        this.lists = lists;
        this.evidence = evidence;
        this.agencies = agencies;
        this.changes = changes;
        this.orders = orders;
        this.history = history;
        this.accounts = accounts;
        this.receipts = receipts;
        this.invoices = invoices;
        this.payments = payments;
        this.items = items;
    }

    /** The zip, and the name to keep it under. */
    record Zip(byte[] bytes, String name) {}

    FileItem record(UUID orderId, NewFileItem body, Visibility visibility, Requester by) {
        return changes.change(orderId, AccountAct.FILE, visibility, by, at -> {
            var fields = new FieldReader();
            NewFileItem.Read read = body.read(fields);
            fields.requireNoFaults();
            var recorded = new FileItem(read.item(), read.kept(), read.reason(), at.at(), at.by());
            items.insert(at, recorded);
            return new AccountChange.Done<>("file.item-recorded.v1", recorded);
        });
    }

    FileChecklist checklist(UUID orderId, Visibility visibility) {
        return changes.read(
                orderId,
                visibility,
                (connection, order) -> checklist(connection, order, evidence.of(connection, order)));
    }

    private FileChecklist checklist(Connection connection, PurchaseOrder order, FileEvidence.Found found)
            throws SQLException {
        UUID orderId = order.orderId();
        OrderDocument document = order.standing().document();
        LocalDate orderDate = document.naming().orderDate();
        return FileChecklist.of(
                orderId,
                new FileContents(
                        lists.on(connection, order.agencyId(), orderDate).orElse(null),
                        orders.versions(connection, orderId),
                        document,
                        found,
                        PaymentFigures.on(connection, orderDate),
                        Accounts.standing(accounts.bonds(connection, orderId)),
                        accounts.terms(connection, orderId).orElse(null),
                        invoices.of(connection, orderId).size(),
                        items.of(connection, orderId)),
                Retention.of(
                                agencies.rulesIfKnown(order.agencyId())
                                        .map(rules -> rules.settings().retentionYears())
                                        .orElse(null),
                                document,
                                terminatedOn(connection, orderId),
                                payments.of(connection, orderId))
                        .orElse(null));
    }

    private @Nullable LocalDate terminatedOn(Connection connection, UUID orderId) throws SQLException {
        return history.lastDetails(connection, orderId, "TERMINATED")
                .map(details -> LocalDate.parse(details.path("terminatedOn").asText()))
                .orElse(null);
    }

    Zip zip(UUID orderId, Visibility visibility) {
        Contents contents = changes.read(orderId, visibility, (connection, order) -> {
            var read = new Contents(order, new LinkedHashMap<>(), new LinkedHashMap<>());
            read(connection, read);
            return read;
        });
        // Printing takes a hundred times as long as reading: it holds no connection, and few print at once.
        if (!turns.tryAcquire()) {
            throw new Unavailable(
                    "Several files are being printed. Ask again in a few seconds.", java.time.Duration.ofSeconds(5));
        }
        try {
            contents.papers.forEach((path, paper) -> contents.entries.put(path, printer.print(paper.paper, paper.at)));
        } finally {
            turns.release();
        }
        return new Zip(ZippedFile.of(contents.entries, contents.order), "order-" + orderId + ".zip");
    }

    /**
     * What goes into a file, as it was read.
     *
     * @param entries by path, in their order; a paper's bytes come when it is printed
     */
    private record Contents(PurchaseOrder order, Map<String, byte[]> entries, Map<String, Unprinted> papers) {}

    /** A paper, and the moment that its print names. */
    private record Unprinted(Paper paper, Instant at) {}

    private void read(Connection connection, Contents contents) throws SQLException {
        PurchaseOrder order = contents.order;
        UUID orderId = order.orderId();
        Map<String, byte[]> entries = contents.entries;
        List<Invoice> billed = invoices.of(connection, orderId);
        FileEvidence.Found found = evidence.of(connection, order);
        versions(connection, contractor(order, billed, found), contents);
        evidence(found, entries);
        var received = receipts.of(connection, orderId);
        var account = accounts.of(connection, order);
        json(entries, "history.json", history.of(connection, orderId));
        json(entries, "agreements.json", order.standing().document().agreements());
        json(entries, "receipts.json", received);
        json(entries, "invoices/standing.json", billed);
        json(entries, "invoices/versions.json", invoices.versions(connection, orderId));
        json(entries, "match.json", matches.of(connection, account, billed));
        json(entries, "payments.json", payments.of(connection, orderId));
        json(entries, "bonds.json", accounts.bonds(connection, orderId));
        accounts.terms(connection, orderId).ifPresent(terms -> json(entries, "progress-terms.json", terms));
        json(entries, "checklist.json", checklist(connection, order, found));
    }

    private static void evidence(FileEvidence.Found found, Map<String, byte[]> entries) {
        FileEvidence.Solicitation solicitation = found.solicitation();
        if (solicitation != null) {
            json(entries, "offers/request.json", solicitation.request());
            json(entries, "offers/offers.json", solicitation.offers());
            json(entries, "offers/best-value.json", solicitation.bestValue());
        }
        found.agreements()
                .forEach(agreement -> json(entries, "agreements/" + agreement.cmasNumber() + ".json", agreement));
        if (found.certificates() != null) {
            json(entries, "certificates/registry.json", found.certificates());
        }
    }

    private void versions(Connection connection, String contractor, Contents contents) throws SQLException {
        PurchaseOrder order = contents.order;
        Map<String, byte[]> entries = contents.entries;
        String agency = items.agencyName(connection, order.agencyId());
        OrderDocument before = null;
        for (OrderVersion version : orders.versions(connection, order.orderId())) {
            String name = "order/version-" + version.number();
            byte[] document = bytes(version.document());
            entries.put(name + ".json", document);
            Decision decision = version.decision();
            if (decision != null) {
                json(entries, "checks/version-" + version.number() + ".json", decision);
            }
            if (!version.document().attestations().isEmpty()) {
                json(
                        entries,
                        "attestations/version-" + version.number() + ".json",
                        version.document().attestations());
            }
            if (version.document().statements().certificationVerification() != null) {
                json(
                        entries,
                        "certificates/version-" + version.number() + ".json",
                        version.document().statements().certificationVerification());
            }
            if (version.state().isOut()) {
                entries.put(name + ".pdf", new byte[0]);
                contents.papers.put(
                        name + ".pdf",
                        new Unprinted(
                                OrderPaper.of(version, agency, contractor, ZippedFile.sha256(document), before),
                                version.created().at()));
                before = version.document();
            }
        }
    }

    /** The contractor's name on the first agreement; where the registry did not tell it as the invoices give it, else its id. */
    private static String contractor(PurchaseOrder order, List<Invoice> billed, FileEvidence.Found found) {
        if (!found.agreements().isEmpty()) {
            return found.agreements().getFirst().contractorName();
        }
        return billed.isEmpty()
                ? "Registry id " + order.standing().document().naming().contractorId()
                : billed.getLast().document().names().onOrder();
    }

    private static void json(Map<String, byte[]> entries, String path, Object value) {
        entries.put(path, bytes(value));
    }

    private static byte[] bytes(Object value) {
        return OrderJson.write(value).getBytes(StandardCharsets.UTF_8);
    }
}
