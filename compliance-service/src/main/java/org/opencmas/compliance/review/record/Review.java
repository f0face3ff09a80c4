package org.opencmas.compliance.review.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contractor compliance review (CMP-PERIODIC).
 *
 * @param version 1 when planned, 2 when examined, one more with each act after that
 * @param examined null until the examination is done
 * @param failure why the examination was given up; null for any other
 */
public record Review(
        UUID reviewId,
        ReviewedContractor contractor,
        long version,
        State state,
        Plan plan,
        Progress progress,
        @Nullable Examined examined,
        @Nullable String failure) {
    public static final long PLANNED_VERSION = 1;
    public static final long EXAMINED_VERSION = 2;

    /** Where a review stands. */
    @Schema(name = "ReviewState")
    public enum State {
        /** Planned; its examination waits or runs. */
        PLANNED,
        /** Examined; the contractor may answer. */
        EXAMINED,
        /** The contractor answered. */
        ANSWERED,
        /** Closed by a second person; nothing of it changes any more. */
        CLOSED,
        /** The examination was given up. */
        FAILED
    }

    /** How the orders to look at are chosen from the population. */
    public enum SampleMethod {
        /** Every order. */
        ALL,
        /** Those whose SHA-256 of seed, colon and order id is lowest; the same seed and population give the same sample for ever. */
        RANDOM
    }

    /** The contractor by the name it had when the review was planned. */
    public record ReviewedContractor(UUID contractorId, String name) {}

    /**
     * What is reviewed.
     *
     * @param answerDays days that the contractor has for its answer, counted from the examination
     */
    public record Plan(Period period, Sample sample, int answerDays, By planned) {}

    /** The order dates of the population, first and last day included. */
    public record Period(LocalDate from, LocalDate through) {}

    /**
     * The sample.
     *
     * @param size at most the population
     * @param population orders of the contractor that were issued with a date of the period
     * @param populationAt receipts of later moments do not count
     */
    public record Sample(SampleMethod method, long seed, int size, int population, Instant populationAt) {}

    /**
     * Who did something.
     *
     * @param subject of the token
     * @param name as a person knows it
     */
    public record By(String subject, String name, Instant at) {}

    /**
     * How far the examination is.
     *
     * @param ordersRead of the population and its neighbours
     * @param ordersDone of the sample
     * @param starts how often it was begun since it last came forward
     */
    public record Progress(Step step, int ordersRead, int ordersDone, int starts) {}

    /** The steps of an examination, in their order. */
    @Schema(name = "ReviewStep")
    public enum Step {
        READ,
        CHOOSE,
        LOOK,
        REPORTS,
        DONE
    }

    /**
     * An examination that is done.
     *
     * @param populationHash SHA-256 over the ids of the population in their order
     * @param answerBy last day for the contractor's answer, inclusive, in California
     */
    public record Examined(String populationHash, Instant at, LocalDate answerBy) {}

    /** Whether a contractor may see it: not before it is examined. */
    public boolean isShownToContractor() {
        return examined != null;
    }
}
