package org.opencmas.terms;

/**
 * What an agreement sells, told by the first digit of its number (CON-NUMBER-CATEGORY, Guide s3 p10).
 *
 * <p>Page 11 of the guide calls 4-numbers "non-IT products", page 10 "a non-IT CMAS". The wider reading holds: nothing
 * about product or service follows from the digit.
 */
public enum ProcurementKind {
    /** Information technology products, services or both: the number begins with 3. */
    IT('3'),
    /** Everything that is not information technology, products or services: the number begins with 4. */
    NON_IT('4');

    private final char firstDigit;

    ProcurementKind(char firstDigit) {
        this.firstDigit = firstDigit;
    }

    /** The digit with which the numbers of this kind begin. */
    public char firstDigit() {
        return firstDigit;
    }

    static ProcurementKind ofFirstDigit(char digit) {
        for (ProcurementKind kind : values()) {
            if (kind.firstDigit == digit) {
                return kind;
            }
        }
        throw new IllegalArgumentException("A CMAS number begins with 3 or 4, not with " + digit + ".");
    }
}
