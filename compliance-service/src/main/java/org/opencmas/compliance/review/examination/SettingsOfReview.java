package org.opencmas.compliance.review.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.opencmas.compliance.parameter.FiguresInForce;
import org.opencmas.compliance.review.finding.ReviewSettings;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.terms.ProgramCalendar;

/**
 * The figures that a review goes by: those of the day it was planned, as they were known then. A long one goes by the same from its first
 * step to its last, also when a figure of that day is activated meanwhile.
 */
@ApplicationScoped
class SettingsOfReview {
    private final FiguresInForce figures;

    SettingsOfReview(FiguresInForce figures) {
        this.figures = figures;
    }

    ReviewSettings of(Connection connection, Review review) throws SQLException {
        Instant planned = review.plan().sample().populationAt();
        return ReviewSettings.of(
                figures.knownAt(connection, planned, ProgramCalendar.dateOf(planned), ReviewSettings.FIGURES));
    }
}
