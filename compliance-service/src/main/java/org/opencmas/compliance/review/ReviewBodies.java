package org.opencmas.compliance.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.review.finding.Evidence.Answer;
import org.opencmas.compliance.review.finding.Evidence.Question;
import org.opencmas.compliance.review.record.ReviewActs.Conclusion;
import org.opencmas.compliance.review.record.ReviewActs.FindingAnswer;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** The bodies of what persons do with an examined review. */
final class ReviewBodies {
    private static final int LONGEST = 4000;
    private static final int MOST_ANSWERED = 1000;
    private static final String MISSING = "is missing";

    private ReviewBodies() {}

    /** A reviewer's own answer to one of the five evidence questions. */
    @Schema(description = "A reviewer's own answer to an evidence question of one order, after seeing the evidence.")
    record NewAssessment(
            @Schema(
                    required = true,
                    enumeration = {"CMAS_ACTIVE", "COPY_OBTAINED", "NOT_BUNDLED", "PRICES_AGREE", "NUMBER_CORRECT"},
                    description = "The question.")
            @Nullable
            String question,

            @Schema(
                    required = true,
                    enumeration = {"IN_ORDER", "NOT_IN_ORDER", "OPEN"},
                    description = "What the reviewer says to it; the last assessment counts.")
            @Nullable
            String answer,

            @Schema(required = true, maxLength = LONGEST, description = "What was seen.") @Nullable
            String evidence)
            implements CheckedBody {
        /** An assessment that was read. */
        record ReadAssessment(Question question, Answer answer, String evidence) {}

        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(fields);
        }

        ReadAssessment read(FieldReader fields) {
            return new ReadAssessment(
                    fields.requiredChoice("/question", question, Question.CMAS_ACTIVE),
                    fields.requiredChoice("/answer", answer, Answer.OPEN),
                    fields.text("/evidence", evidence, LONGEST));
        }
    }

    /** A contractor's answer. */
    @Schema(
            description =
                    "A contractor's answer to the findings. One that comes after its last day is taken and marked.")
    record NewReviewAnswer(
            @Schema(required = true, maxLength = LONGEST, description = "What the contractor says.") @Nullable
            String statement,

            @Schema(maxItems = MOST_ANSWERED, description = "What it says to single findings, each at most once.")
            @Nullable
            List<@Nullable NewFindingAnswer> findings)
            implements CheckedBody {
        /** What a contractor says to one finding. */
        record NewFindingAnswer(
                @Schema(required = true, minimum = "1", description = "The finding's number.") @Nullable
                Integer number,

                @Schema(required = true, description = "Whether the contractor accepts it.") @Nullable
                Boolean accepted,

                @Schema(required = true, maxLength = LONGEST, description = "What it says to it.") @Nullable
                String statement) {}

        @Override
        public void check(FieldReader fields, LocalDate today) {
            readStatement(fields);
            readFindings(fields, Integer.MAX_VALUE);
        }

        String readStatement(FieldReader fields) {
            return fields.text("/statement", statement, LONGEST);
        }

        /** @param last the number of the last finding */
        List<FindingAnswer> readFindings(FieldReader fields, int last) {
            List<FindingAnswer> read = new ArrayList<>();
            Set<Integer> numbers = new HashSet<>();
            if (findings != null) {
                fields.each("/findings", findings, MOST_ANSWERED, (at, each) -> {
                    Integer number = each.number();
                    if (number == null || number < 1 || number > last) {
                        fields.fault(at + "/number", number == null ? MISSING : "there is no finding " + number);
                    } else if (!numbers.add(number)) {
                        fields.fault(at + "/number", "finding " + number + " is answered twice");
                    }
                    if (each.accepted() == null) {
                        fields.fault(at + "/accepted", MISSING);
                    }
                    read.add(new FindingAnswer(
                            number == null ? 0 : number,
                            Boolean.TRUE.equals(each.accepted()),
                            fields.text(at + "/statement", each.statement(), LONGEST)));
                });
            }
            return read;
        }
    }

    /** How a review is closed. */
    @Schema(description = "How a review is closed, by a person who neither planned nor assessed it.")
    record NewClosure(
            @Schema(
                    required = true,
                    enumeration = {"NO_ISSUES", "ISSUES_RESOLVED", "ISSUES_REMAIN"},
                    description = "What the review comes to.")
            @Nullable
            String conclusion,

            @Schema(required = true, maxLength = LONGEST, description = "Why.") @Nullable
            String reason)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            readConclusion(fields);
            readReason(fields);
        }

        Conclusion readConclusion(FieldReader fields) {
            return fields.requiredChoice("/conclusion", conclusion, Conclusion.ISSUES_REMAIN);
        }

        String readReason(FieldReader fields) {
            return fields.text("/reason", reason, LONGEST);
        }
    }
}
