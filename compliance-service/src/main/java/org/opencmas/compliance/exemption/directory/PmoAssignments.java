package org.opencmas.compliance.exemption.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opencmas.compliance.exemption.directory.PmoAssignment.PmoRole;

/** The directory; appended, never changed. */
@ApplicationScoped
public class PmoAssignments {
    private static final String INSERT = """
            insert into pmo_assignment (assignment_id, agency_id, role, person, contact, valid_from, source, recorded_by,
                recorded_by_name, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT = """
            select distinct on (role) * from pmo_assignment where agency_id = ? and valid_from <= ?
             order by role desc, valid_from desc, recorded_at desc
            """;

    void store(Connection connection, PmoAssignment made, String subject) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, made.assignmentId());
            insert.setObject(2, made.agencyId());
            insert.setString(3, made.role().name());
            insert.setString(4, made.person());
            insert.setString(5, made.contact());
            insert.setObject(6, made.validFrom());
            insert.setString(7, made.source());
            insert.setString(8, subject);
            insert.setString(9, made.recordedBy());
            insert.setObject(10, made.recordedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** Of each office, the assignment that counts for a department on a day, the Principal first; empty when none is recorded. */
    public List<PmoAssignment> on(Connection connection, UUID agencyId, LocalDate day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, agencyId);
            select.setObject(2, day);
            try (ResultSet row = select.executeQuery()) {
                List<PmoAssignment> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new PmoAssignment(
                            row.getObject("assignment_id", UUID.class),
                            row.getObject("agency_id", UUID.class),
                            PmoRole.valueOf(row.getString("role")),
                            row.getString("person"),
                            row.getString("contact"),
                            row.getObject("valid_from", LocalDate.class),
                            row.getString("source"),
                            row.getString("recorded_by_name"),
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
                }
                return found;
            }
        }
    }
}
