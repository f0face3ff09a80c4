package org.opencmas.order.file.list;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderJson;

/** The lists that agencies made. */
@ApplicationScoped
public class FileLists {
    private static final String ON = """
            select document from agency_file_list where agency_id = ? and valid_from <= ?
            order by valid_from desc, list_number desc limit 1
            """;
    private static final String LIST = """
            select document from agency_file_list
            where agency_id = ? and (?::uuid is null
                or list_number < (select list_number from agency_file_list where list_id = ? and agency_id = ?))
            order by list_number desc limit ?
            """;
    private static final String INSERT =
            "insert into agency_file_list (list_id, agency_id, valid_from, document) values (?, ?, ?, ?::jsonb)";

    /** The one that counts for an order of that day; empty where the agency made none so early. */
    public Optional<FileList> on(Connection connection, UUID agencyId, LocalDate day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ON)) {
            select.setObject(1, agencyId);
            select.setObject(2, day);
            return read(select).stream().findFirst();
        }
    }

    /**
     * Those of an agency, the one recorded last first.
     *
     * @param before only those recorded before this one; null for all
     */
    List<FileList> list(Connection connection, UUID agencyId, @Nullable UUID before, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setObject(1, agencyId);
            select.setObject(2, before);
            select.setObject(3, before);
            select.setObject(4, agencyId);
            select.setInt(5, most);
            return read(select);
        }
    }

    private static List<FileList> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<FileList> found = new ArrayList<>();
            while (row.next()) {
                found.add(OrderJson.read(row.getString(1), FileList.class));
            }
            return found;
        }
    }

    void insert(Connection connection, FileList list) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, list.listId());
            insert.setObject(2, list.agencyId());
            insert.setObject(3, list.validFrom());
            insert.setString(4, OrderJson.write(list));
            insert.executeUpdate();
        }
    }
}
