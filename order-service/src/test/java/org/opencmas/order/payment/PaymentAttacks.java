package org.opencmas.order.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What somebody who has a password of the database might write to get a payment beyond what may be paid. Each begins with rows that are there: an
 * order, another of the same agency, an approved invoice and a receipt of the first.
 */
record PaymentAttacks(UUID agency, UUID order, UUID other, String invoice, String receipt) {
    private static final String RECEIPT = """
            insert into receipt (receipt_id, order_id, agency_id, act_number, accepted_on, is_final, lines, completed_tasks, replaces, document)
            values (gen_random_uuid(), '%s', ':agency', :serial, '2026-03-05', %s, '[%s]', '{}', %s,
                '{"receiptId": "00000000-0000-7000-8000-000000000000", "receivedOn": "2026-03-05", "acceptedOn": "2026-03-05",
                "completedTaskIds": [], "recordedAt": "2026-03-05T00:00:00Z", "recordedBy": "nobody", "finalAcceptance": %s,
                "lines": [%s]}')""";
    private static final String PAYMENT = """
            insert into public.payment (payment_id, order_id, agency_id, invoice_id, act_number, paid_on, method, reference, amount, withheld,
                released, document)
            select gen_random_uuid(), ':order', ':agency', ':invoice', :serial, '%1$s', '%2$s', '%3$s', %4$s, %5$s, %6$s,
                '{"paymentId": "00000000-0000-7000-8000-000000000000", "invoiceId": ":invoice", "paidOn": "%1$s", "method": "%2$s",
                "reference": "%3$s", "notes": [], "recordedAt": "2026-04-20T00:00:00Z", "recordedBy": "nobody"}'::jsonb
                || jsonb_build_object('amount', (%4$s)::numeric(18, 2)::text, 'withheld', (%5$s)::numeric(18, 2)::text,
                    'released', (%6$s)::numeric(18, 2)::text)""";
    private static final String TERMS = """
            insert into progress_terms (order_id, act_number, agency_id, kind, share, risk_decided_by, risk_evidence, tasks, document,
                usual_share, least_share_small, bond_share)
            values (':order', :serial, ':agency', '%1$s', %2$s, 'P', 'P', '%3$s',
                '{"kind": "%1$s", "withholdShare": "%2$s", "tasks": [], "agreedBy": "nobody"}', 0.01, 0.01, 0.01)""";
    private static final String BOND = """
            insert into order_bond (bond_id, order_id, agency_id, act_number, kind, amount, replaces, document)
            values (gen_random_uuid(), ':order', ':agency', :serial, 'PERFORMANCE', %s, %s, '{}')""";
    private static final String ADVANCE = """
            insert into invoice_version (invoice_id, invoice_version, agency_id, order_id, act_number, amount, lines, document)
            select invoice_id, invoice_version + 1, agency_id, order_id, :serial, 900000, '[{"key": "1", "amount": "900000", %s}]',
                jsonb_set(document, '{lines,0,amount}', '"900000.00"') || '{"total": "900000.00"}'
            from invoice_version where invoice_id = ':invoice' order by invoice_version desc limit 1;
            update invoice set current_version = current_version + 1, state = 'APPROVED' where invoice_id = ':invoice';
            """;

    private static final String TRADE_IN = """
            insert into invoice_version (invoice_id, invoice_version, agency_id, order_id, act_number, amount, lines, document)
            select invoice_id, invoice_version + 1, agency_id, order_id, :serial, %2$s, lines,
                document || '{"total": "%2$s", "tradeIns": [{"description": "Mower", "amount": "%1$s"}]}'
            from invoice_version where invoice_id = ':invoice' order by invoice_version desc limit 1;
            update invoice set current_version = current_version + 1, state = 'APPROVED' where invoice_id = ':invoice';
            """;

    private static String pay(String amount) {
        return PAYMENT.formatted("2026-04-20", "WARRANT", "S-:serial", amount, "0", "0");
    }

    /** Its lines, each said as in a receipt's own document and counted as the columns have it. */
    private static String receipt(String order, boolean isFinal, String replaces, String... lines) {
        String said = String.join(", ", lines);
        return RECEIPT.formatted(
                order,
                isFinal,
                said.replace("lineId", "key")
                        .replace("quantityReceived", "received")
                        .replace("quantityAccepted", "accepted"),
                replaces,
                isFinal,
                said);
    }

    static String receipt(String... lines) {
        return receipt(":order", false, "null", lines);
    }

    static String line(String key, String received, String accepted) {
        return "{\"lineId\": \"%s\", \"quantityReceived\": \"%s\", \"quantityAccepted\": \"%s\"}"
                .formatted(key, received, accepted);
    }

    /** By their names. Those that a statement may be taken of change nothing that counts. */
    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("less than nothing accepted", receipt(line("1", "3", "-3")));
        all.put("a number that is none accepted", receipt(line("1", "NaN", "NaN")));
        all.put("no number accepted", receipt(line("1", "1", "1e3")));
        all.put("more accepted than received", receipt(line("1", "1", "1.000001")));
        all.put("more accepted than ordered", receipt(line("1", "1000", "1000")));
        all.put("more accepted than ordered, in two lines", receipt(line("1", "9", "9"), line("1", "9", "9")));
        all.put("a line accepted that is not ordered", receipt(line("99", "1", "1")));
        all.put("less received than nothing, to hide more", receipt(line("1", "-1", "-2")));
        all.put("final acceptance of nothing", receipt(":order", true, "null"));
        all.put("a receipt of another order taken away", receipt(":other", false, "':receipt'", line("1", "1", "1")));
        all.put("an accepted receipt lowered below what was paid", receipt(":order", false, "':receipt'"));
        all.put(
                "more accepted than the receipt says",
                receipt(line("1", "1", "1")).replaceFirst("\"accepted\": \"1\"", "\"accepted\": \"0.5\""));
        all.put("a receipt changed", "update receipt set lines = '[]' where order_id = ':order'");
        all.put("a receipt removed", "delete from receipt where order_id = ':order'");
        for (String kind : List.of("IT_SPECIAL", "NON_IT_SERVICES")) {
            all.put("terms for what the order does not buy: " + kind, TERMS.formatted(kind, "0.10", "[]"));
        }
        all.put("terms that withhold next to nothing", TERMS.formatted("GOODS_SPECIAL", "0.01", "[]"));
        all.put(
                "a task of more than the price",
                TERMS.formatted(
                        "GOODS_SPECIAL", "0.10", "[{\"key\": \"t\", \"amount\": \"900000.00\", \"distinct\": true}]"));
        all.put(
                "a task of no number",
                TERMS.formatted(
                        "GOODS_SPECIAL", "0.10", "[{\"key\": \"t\", \"amount\": \"NaN\", \"distinct\": true}]"));
        all.put(
                "terms, and all paid without a bond",
                TERMS.formatted("GOODS_SPECIAL", "0.10", "[]") + ";" + pay("21.00"));
        all.put("terms changed", "update progress_terms set share = 0.03 where order_id = ':order'");
        all.put("a bond of no number", BOND.formatted("'NaN'", "null"));
        all.put("a bond that replaces one of nowhere", BOND.formatted("1", "gen_random_uuid()"));
        all.put("goods billed in advance on no basis", ADVANCE.formatted("\"advance\": true") + pay("21.00"));
        all.put("goods billed in advance in other words", ADVANCE.formatted("\"advance\": \"yes\"") + pay("21.00"));
        for (String basis : List.of("WARRANTY", "SUBSCRIPTION", "GC_11019")) {
            all.put(
                    "goods billed in advance: " + basis,
                    ADVANCE.formatted("\"advance\": true, \"basis\": \"" + basis + "\"") + pay("900.00"));
        }
        all.put("a trade-in subtracted that is not ordered", TRADE_IN.formatted("10.00", "50.00"));
        all.put("less than nothing subtracted", TRADE_IN.formatted("-900.00", "960.00") + pay("21.00"));
        all.put("no number subtracted", TRADE_IN.formatted("NaN", "50.00"));
        all.put("an invoice of more than it says", TRADE_IN.formatted("10.00", "900.00") + pay("21.00"));
        all.put("more paid than may be", pay("900.00"));
        all.put("no number paid", pay("'NaN'"));
        all.put(
                "what was never withheld released",
                PAYMENT.formatted("2026-04-20", "WARRANT", "S-:serial", "900", "0", "900"));
        all.put(
                "less than nothing withheld",
                PAYMENT.formatted("2026-04-20", "WARRANT", "S-:serial", "1", "-900", "0"));
        all.put(
                "the card used before there was an order",
                PAYMENT.formatted("2026-03-01", "CAL_CARD", "S-:serial", "0.01", "0", "0"));
        all.put(
                "a payment that takes back one of nowhere",
                PAYMENT.formatted("2026-04-20", "WARRANT", "S-:serial", "-5", "0", "0")
                                .replace("document)", "document, reverses)")
                        + ", gen_random_uuid()");
        all.put("a payment changed", "update payment set amount = 0.01 where order_id = ':order'");
        all.put("a payment removed", "delete from payment where order_id = ':order'");
        all.put(
                "the balance changed",
                "update order_account set may_be_paid = 900000, paid = 0, least_withheld = 0 where order_id = ':order'");
        all.put("the balance removed", "delete from order_account where order_id = ':order'");
        all.put("the invoice raised", "update invoice set amount = 900000, paid = 0 where invoice_id = ':invoice'");
        all.put("the invoice removed", "delete from invoice where invoice_id = ':invoice'");
        all.put("the invoice moved", "update invoice set order_id = ':other' where invoice_id = ':invoice'");
        all.put("what was billed changed", "update invoice_version set amount = 900000 where invoice_id = ':invoice'");
        all.put("what was billed removed", "delete from invoice_version where invoice_id = ':invoice'");
        all.put("a figure changed", "update payment_figure set value = 0.01");
        all.put("a table in place of the receipts", """
                create temp table receipt on commit drop as select * from public.receipt where order_id = ':order';
                update pg_temp.receipt set lines = '[{"key": "1", "received": "10", "accepted": "10"}]';
                """ + pay("60.00"));
        all.put("a table in place of the payments", """
                create temp table payment (like public.payment) on commit drop;
                """ + pay("60.00"));
        all.put("a table in place of the documents", """
                create temp table order_version on commit drop as
                    select v.* from public.order_version v where v.order_id = ':order';
                update pg_temp.order_version set document = jsonb_set(document, '{lines,0,unitPrice}', '"900.00"');
                """ + pay("60.00"));
        all.put("a table in place of the invoices", """
                create temp table invoice on commit drop as select * from public.invoice where order_id = ':order';
                create temp table invoice_version on commit drop as
                    select * from public.invoice_version where invoice_id = ':invoice';
                update pg_temp.invoice_version set amount = 900000,
                    lines = '[{"key": "1", "amount": "900000", "advance": true}]';
                """ + pay("60.00"));
        all.put("functions in place of those that look", """
                create function pg_temp.payable_by(document jsonb, its_order uuid) returns numeric language sql as 'select 900000.00';
                """ + pay("60.00"));
        return all;
    }

    /** With the names of the rows, and with numbers that are new. */
    String on(String attack, int serial) {
        return attack.replace(":serial", Integer.toString(serial))
                .replace(":agency", agency.toString())
                .replace(":order", order.toString())
                .replace(":other", other.toString())
                .replace(":invoice", invoice)
                .replace(":receipt", receipt);
    }

    static String anyOf(Random random) {
        List<String> all = List.copyOf(all().values());
        return all.get(random.nextInt(all.size()));
    }

    /** In a transaction that sees the rows of every tenant, as whoever has the password can have it. */
    static void attempt(DataSource by, String statements) throws SQLException {
        try (Connection connection = by.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement attempt = connection.createStatement()) {
                attempt.execute("select set_config('cmas.tenant', 'all', true)");
                attempt.execute(statements);
                connection.commit();
            } finally {
                connection.rollback();
            }
        }
    }
}
