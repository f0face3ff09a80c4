package org.opencmas.compliance.copy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.opencmas.terms.CmasNumber;

/**
 * The close of a price list ({@code price-list.published.v1}).
 *
 * @param sha256 over all lines in part order, lower-case hexadecimal
 */
record PriceListPublished(
        CmasNumber cmasNumber,
        UUID priceListId,
        int supplementNumber,
        LocalDate effectiveFrom,
        int lineCount,
        int partCount,
        String sha256) {
    private static final String SELECT_PARTS = """
            select part, line_count, hashed_text from price_list_part where cmas_number = ? and price_list_id = ? order by part
            """;
    private static final String UPSERT_LIST = """
            insert into price_list (cmas_number, price_list_id, supplement_number, effective_from, published_version, complete)
            values (?, ?, ?, ?, ?, ?)
            on conflict (cmas_number, price_list_id) do update set effective_from = excluded.effective_from,
                published_version = excluded.published_version, complete = excluded.complete
            """;
    private static final String DELETE_PARTS =
            "delete from price_list_part where cmas_number = ? and price_list_id = ?";

    /** Puts the list in force from its day; it is relied on only if every part, every line and the hash are right. */
    void keep(Connection connection, long version) throws SQLException {
        boolean complete = isWhole(connection);
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT_LIST)) {
            upsert.setString(1, cmasNumber.canonical());
            upsert.setObject(2, priceListId);
            upsert.setInt(3, supplementNumber);
            upsert.setObject(4, effectiveFrom);
            upsert.setLong(5, version);
            upsert.setBoolean(6, complete);
            upsert.executeUpdate();
        }
        if (complete) {
            dropParts(connection);
        }
    }

    private boolean isWhole(Connection connection) throws SQLException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        int parts = 0;
        int lines = 0;
        try (PreparedStatement select = connection.prepareStatement(SELECT_PARTS)) {
            select.setString(1, cmasNumber.canonical());
            select.setObject(2, priceListId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    parts++;
                    lines += row.getInt("line_count");
                    digest.update(row.getString("hashed_text").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return parts == partCount
                && lines == lineCount
                && HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }

    private void dropParts(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE_PARTS)) {
            delete.setString(1, cmasNumber.canonical());
            delete.setObject(2, priceListId);
            delete.executeUpdate();
        }
    }
}
