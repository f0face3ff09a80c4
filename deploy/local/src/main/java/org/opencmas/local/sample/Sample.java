package org.opencmas.local.sample;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.opencmas.local.client.SuiteClient;

/** The sample files as the bodies of requests. */
public final class Sample {
    private static final List<String> PRICE_COLUMNS = List.of(
            "item_id", "description", "unit", "price", "base_price", "sin", "kind", "labor_education", "labor_years");

    private Sample() {}

    /**
     * One of the real orders.
     *
     * @param clientId the ordering agency's client of the realm
     * @param body what {@code POST /v1/orders} takes
     * @param row the row of {@code orders.csv}, with source and expectations
     */
    public record RealOrder(String id, String clientId, ObjectNode body, NamedCsvRecord row) {}

    /** The orders found in public documents, in the order of the file. */
    public static List<RealOrder> realOrders() {
        List<NamedCsvRecord> lines = rows("order-lines.csv");
        return rows("orders.csv").stream().map(row -> realOrder(row, lines)).toList();
    }

    static List<ObjectNode> contractors() {
        return rows("contractors.csv").stream().map(Sample::contractor).toList();
    }

    static List<ObjectNode> agencies() {
        return rows("agencies.csv").stream().map(Sample::agency).toList();
    }

    /** @param priceList the lines as the import takes them, without the column that names their source */
    record Agreement(String number, ObjectNode body, String effectiveFrom, String priceList, int lines) {}

    static List<Agreement> agreements() {
        return rows("agreements.csv").stream().map(Sample::agreement).toList();
    }

    /** The first lines of an agreement's price list, as the import takes them. */
    public static String priceList(String number, int atMost) {
        List<NamedCsvRecord> rows = rows("price-lists/" + number + ".csv");
        return csv(rows.subList(0, Math.min(atMost, rows.size())));
    }

    private static ObjectNode contractor(NamedCsvRecord row) {
        ObjectNode body = SuiteClient.object();
        body.put("contractorId", row.getField("contractor_id"));
        body.put("legalName", row.getField("legal_name"));
        texts(body, "formerNames", row.getField("former_names"));
        ArrayNode certificates = body.putArray("certificates");
        for (String type : list(row.getField("cert_types"))) {
            certificates
                    .addObject()
                    .put("type", type)
                    .put("number", row.getField("cert_number"))
                    .put("validFrom", row.getField("cert_valid_from"))
                    .put("validThrough", row.getField("cert_valid_through"))
                    .put("source", row.getField("cert_source"))
                    .put("checkedOn", row.getField("cert_checked_on"));
        }
        return body;
    }

    private static ObjectNode agency(NamedCsvRecord row) {
        ObjectNode body = SuiteClient.object();
        body.put("agencyId", row.getField("agency_id"));
        body.put("name", row.getField("name"));
        body.put("type", row.getField("type"));
        body.put("county", row.getField("county"));
        body.put(
                "empoweredToExpendPublicFunds", Boolean.parseBoolean(row.getField("empowered_to_expend_public_funds")));
        // No public document tells of the steps of a best value determination, so that they only warn where the agency
        // may say so.
        if (!row.getField("type").equals("STATE_DEPARTMENT")) {
            body.putObject("policy").put("bestValueAction", "WARN");
        }
        if (!row.getField("decision_by").isEmpty()) {
            body.putObject("analystDecision")
                    .put("decidedBy", row.getField("decision_by"))
                    .put("decidedOn", row.getField("decision_on"))
                    .put("reason", row.getField("decision_reason"));
        }
        return body;
    }

    private static Agreement agreement(NamedCsvRecord row) {
        ObjectNode body = SuiteClient.object();
        body.put("cmasNumber", row.getField("cmas_number"));
        body.put("contractorId", row.getField("contractor_id"));
        body.put("termStart", row.getField("term_start"));
        body.put("termEnd", row.getField("term_end"));
        body.put("forUseBy", row.getField("for_use_by"));
        body.put("nspProvision", Boolean.parseBoolean(row.getField("nsp_provision")));
        body.put("acceptsCalCard", Boolean.parseBoolean(row.getField("accepts_cal_card")));
        body.put("travelAllowed", Boolean.parseBoolean(row.getField("travel_allowed")));
        if (!row.getField("state_order_limit").isEmpty()) {
            body.put("stateOrderLimit", row.getField("state_order_limit"));
        }
        texts(body, "productCodes", row.getField("product_codes"));
        texts(body, "categories", row.getField("categories"));
        body.putObject("baseContract")
                .put("number", row.getField("base_number"))
                .put("type", row.getField("base_type"))
                .put("holder", row.getField("base_holder"))
                .put("awardingBody", row.getField("base_awarding_body"))
                .put("termStart", row.getField("base_term_start"))
                .put("termEnd", row.getField("base_term_end"));
        List<NamedCsvRecord> prices = rows(row.getField("price_list"));
        return new Agreement(
                row.getField("cmas_number"),
                body,
                row.getField("price_list_effective_from"),
                csv(prices),
                prices.size());
    }

    private static RealOrder realOrder(NamedCsvRecord row, List<NamedCsvRecord> allLines) {
        ObjectNode body = SuiteClient.object();
        body.put("agencyOrderNumber", row.getField("agency_order_number"));
        body.put("orderDate", row.getField("order_date"));
        body.put("contractorId", row.getField("contractor_id"));
        body.put("tax", row.getField("tax"));
        body.put("freight", row.getField("freight"));
        ArrayNode lines = body.putArray("lines");
        for (NamedCsvRecord line : allLines) {
            if (line.getField("order_id").equals(row.getField("id"))) {
                lines.addObject()
                        .put("lineId", line.getField("line_id"))
                        .put("cmasNumber", row.getField("cmas_number_as_printed"))
                        .put("itemId", line.getField("item_id"))
                        .put("description", line.getField("description"))
                        .put("unit", line.getField("unit"))
                        .put("quantity", line.getField("quantity"))
                        .put("unitPrice", line.getField("unit_price"))
                        .put("kind", line.getField("kind"));
            }
        }
        return new RealOrder(row.getField("id"), row.getField("client_id"), body, row);
    }

    private static void texts(ObjectNode body, String name, String values) {
        ArrayNode array = body.putArray(name);
        list(values).forEach(array::add);
    }

    private static List<String> list(String values) {
        return values.isEmpty() ? List.of() : List.of(values.split(";"));
    }

    private static String csv(List<NamedCsvRecord> rows) {
        StringBuilder text = new StringBuilder(String.join(",", PRICE_COLUMNS)).append('\n');
        for (NamedCsvRecord row : rows) {
            List<String> cells = new ArrayList<>();
            PRICE_COLUMNS.forEach(column -> cells.add(quoted(row.getField(column))));
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (InputStream in = Sample.class.getResourceAsStream("/sample/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The sample file " + file + " is missing.");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
                return reader.stream().toList();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
