package org.opencmas.compliance.review.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.opencmas.compliance.parameter.FiguresInForce;
import org.opencmas.compliance.review.finding.ReviewSettings;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.terms.ProgramCalendar;

/** The figures that a review goes by: those of the day it was planned, so that a long one goes by the same from its first step to its last. */
@ApplicationScoped
class SettingsOfReview {
    private final FiguresInForce figures;

    SettingsOfReview(FiguresInForce figures) {
        this.figures = figures;
    }

    ReviewSettings of(Connection connection, Review review) throws SQLException {
        return ReviewSettings.of(figures.of(
                connection, ProgramCalendar.dateOf(review.plan().sample().populationAt()), ReviewSettings.FIGURES));
    }
}
