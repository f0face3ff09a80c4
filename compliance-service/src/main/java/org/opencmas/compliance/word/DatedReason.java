package org.opencmas.compliance.word;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.FieldReader;

/**
 * Why a person decides something or takes it back, and on which day.
 *
 * @param reason in the person's words, 1 to 4,000 letters
 * @param on the day in California: not in the future
 */
public record DatedReason(String reason, LocalDate on) {
    private static final int LONGEST = 4000;

    /** @param day name of the field that has the day */
    public static DatedReason read(
            FieldReader fields, @Nullable String reason, String day, @Nullable String on, LocalDate today) {
        return new DatedReason(fields.text("/reason", reason, LONGEST), fields.pastDate("/" + day, on, today));
    }

    /**
     * Refuses a day before what it is about, with all faults that were found before.
     *
     * @param what it is about, as in "the attestation, which was made on"
     */
    public void requireNotBefore(FieldReader fields, String day, LocalDate earliest, String what) {
        if (fields.isSound("/" + day) && on.isBefore(earliest)) {
            fields.fault("/" + day, "is before " + what + " " + earliest);
        }
        fields.requireNoFaults();
    }
}
