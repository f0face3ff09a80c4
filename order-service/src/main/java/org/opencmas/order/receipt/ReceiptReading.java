package org.opencmas.order.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.receipt.NewReceipt.NewReceiptLine;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;

/** Reads a receipt against the order that it is for. Every fault is named at once. */
final class ReceiptReading {
    private static final int MOST_LINES = 1000;

    private final FieldReader fields;
    private final LocalDate today;
    private final @Nullable Known known;

    /** @param known of the order; null where it is not known yet */
    private ReceiptReading(FieldReader fields, LocalDate today, @Nullable Known known) {
        this.fields = fields;
        this.today = today;
        this.known = known;
    }

    /** What there is of the order: its date, and lines and tasks by the keys of their ids. */
    private record Known(LocalDate orderDate, Map<String, OrderLine> lines, Map<String, ProgressTerms.Task> tasks) {
        static Known of(AccountChange.Context at) {
            return new Known(
                    at.document().naming().orderDate(),
                    at.document().lines().stream()
                            .map(OrderDocument.Line::ordered)
                            .collect(Collectors.toMap(
                                    line -> Identifier.keyOf(line.lineId()), Function.identity(), (one, other) -> one)),
                    Optional.ofNullable(at.account().terms()).stream()
                            .flatMap(terms -> terms.tasks().stream())
                            .collect(Collectors.toMap(
                                    ProgressTerms.Task::key, Function.identity(), (one, other) -> one)));
        }
    }

    /** @throws org.opencmas.problem.InvalidRequest (400) that names every fault */
    static Receipt read(NewReceipt sent, AccountChange.Context at) {
        var fields = new FieldReader();
        Receipt read = new ReceiptReading(fields, at.today(), Known.of(at)).receipt(sent, at.at(), at.by());
        fields.requireNoFaults();
        return read;
    }

    /** Notes what is wrong with a receipt by itself, of whatever order. */
    static void check(NewReceipt sent, LocalDate today, FieldReader fields) {
        new ReceiptReading(fields, today, null).receipt(sent, Instant.EPOCH, "");
    }

    private Receipt receipt(NewReceipt sent, Instant sentAt, String sentBy) {
        String number = fields.optionalIdentifier("/receiptNumber", sent.receiptNumber(), 40);
        int before = fields.faultCount();
        LocalDate receivedOn = fields.pastDate("/receivedOn", sent.receivedOn(), today);
        boolean isDated = fields.faultCount() == before;
        if (isDated && known != null && receivedOn.isBefore(known.orderDate())) {
            fields.fault("/receivedOn", receivedOn + " is before the order's date, " + known.orderDate());
        }
        List<Receipt.Line> lines = lines(sent.lines());
        boolean isFinal = Boolean.TRUE.equals(sent.finalAcceptance());
        LocalDate acceptedOn = acceptedOn(sent.acceptedOn(), isDated ? receivedOn : null, isFinal, lines);
        List<String> tasks = tasks(sent.completedTaskIds());
        if (isEmpty(sent.lines()) && isEmpty(sent.completedTaskIds()) && !isFinal && sent.replaces() == null) {
            fields.fault(
                    "/lines", "is missing", "Name what was received, a task that is complete, or final acceptance.");
        }
        String note = fields.optionalText("/note", sent.note(), 1000);
        UUID replaces = sent.replaces() == null ? null : fields.id("/replaces", sent.replaces());
        if (replaces != null && note == null) {
            fields.fault("/note", "is missing", "Say why the earlier receipt is corrected.");
        }
        return new Receipt(
                TimeOrderedId.next(),
                number,
                receivedOn,
                acceptedOn,
                lines,
                isFinal,
                tasks,
                note,
                replaces,
                sentAt,
                sentBy);
    }

    private static boolean isEmpty(@Nullable List<?> sent) {
        return sent == null || sent.isEmpty();
    }

    private @Nullable LocalDate acceptedOn(
            @Nullable String raw, @Nullable LocalDate receivedOn, boolean isFinal, List<Receipt.Line> lines) {
        boolean isNeeded = isFinal
                || lines.stream().anyMatch(line -> line.quantityAccepted().signum() > 0);
        if (raw == null) {
            if (isNeeded) {
                fields.fault("/acceptedOn", "is missing", "Give the day of acceptance; the time to pay runs from it.");
            }
            return null;
        }
        int before = fields.faultCount();
        LocalDate day = fields.pastDate("/acceptedOn", raw, today);
        if (fields.faultCount() == before && receivedOn != null && day.isBefore(receivedOn)) {
            fields.fault("/acceptedOn", day + " is before the day of receipt, " + receivedOn);
        }
        return isNeeded ? day : null;
    }

    private List<Receipt.Line> lines(@Nullable List<@Nullable NewReceiptLine> sent) {
        List<Receipt.Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        fields.each("/lines", sent == null ? List.of() : sent, MOST_LINES, (pointer, line) -> {
            OrderLine of = orderLine(pointer, line.lineId(), seen);
            BigDecimal received = fields.quantity(pointer + "/quantityReceived", line.quantityReceived());
            BigDecimal accepted = accepted(pointer, line);
            String reason = fields.optionalText(pointer + "/reason", line.reason(), 1000);
            if (accepted.compareTo(received) > 0) {
                fields.fault(pointer + "/quantityAccepted", "is more than was received");
            } else if (accepted.compareTo(received) < 0 && line.quantityAccepted() != null && reason == null) {
                fields.fault(pointer + "/reason", "is missing", "Say why less was accepted than received.");
            }
            lines.add(new Receipt.Line(
                    of == null ? String.valueOf(line.lineId()) : of.lineId(), received, accepted, reason));
        });
        return lines;
    }

    private BigDecimal accepted(String pointer, NewReceiptLine line) {
        String raw = line.quantityAccepted();
        boolean isZero = raw == null || raw.matches("0(\\.0+)?");
        return isZero ? BigDecimal.ZERO : fields.quantity(pointer + "/quantityAccepted", raw);
    }

    private @Nullable OrderLine orderLine(String pointer, @Nullable String lineId, Set<String> seen) {
        String id = fields.identifier(pointer + "/lineId", lineId, 40);
        if (id.isEmpty()) {
            return null;
        }
        OrderLine line = known == null ? null : known.lines().get(Identifier.keyOf(id));
        if (known != null && line == null) {
            fields.fault(pointer + "/lineId", "the order has no line " + id);
        } else if (!seen.add(Identifier.keyOf(id))) {
            fields.fault(pointer + "/lineId", "line " + id + " is named twice");
        }
        return line;
    }

    private List<String> tasks(@Nullable List<@Nullable String> sent) {
        List<String> tasks = new ArrayList<>();
        fields.each("/completedTaskIds", sent == null ? List.<String>of() : sent, MOST_LINES, (pointer, raw) -> {
            String id = fields.identifier(pointer, raw, 40);
            if (known == null) {
                return;
            }
            ProgressTerms.Task task = known.tasks().get(Identifier.keyOf(id));
            if (task == null) {
                fields.fault(pointer, "the terms of progress payments have no task " + id);
            } else {
                tasks.add(task.taskId());
            }
        });
        return tasks;
    }
}
