package org.opencmas.fees.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.ledger.worth.Facts;
import org.opencmas.fees.ledger.worth.FeeFromScratch;
import org.opencmas.fees.ledger.worth.Worth;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.Usd;

/**
 * The amounts before tax and freight and the dates are those of public council and board papers of the named agencies (resolutions,
 * agenda items), one row each. Made up where the paper leaves a gap: LCO-23's amount (none given; 1.00 stands in) and LCO-30's day
 * (only "yearly" is given).
 */
@DisplayName("Fourteen real local orders: 1.25% from the dated step, 1% from 2010-01-01, nothing before")
class RealOrdersTest {
    @ParameterizedTest(name = "{0} {1} {3} of {4}: {5}")
    @CsvSource({
        "LCO-01, City of Burlingame,                CITY, 2001-09-17,   87947.89,     0.00",
        "LCO-02, City of Santa Clarita,             CITY, 1999-08-24,   76474.27,     0.00",
        "LCO-04, City of Palm Springs,              CITY, 2003-05-21,   68945.99,     0.00",
        "LCO-05, City of Palm Springs,              CITY, 2001-07-18,   19196.00,     0.00",
        "LCO-07, City of Tustin,                    CITY, 2007-04-17,  148504.68,     0.00",
        "LCO-09, City of Azusa,                     CITY, 2003-06-16,   20628.12,     0.00",
        "LCO-11, City of Arcadia,                   CITY, 2019-05-07,  240840.56,  3010.51",
        "LCO-12, City of Lodi,                      CITY, 2022-02-16,  760000.00,  9500.00",
        "LCO-15, City of Lodi,                      CITY, 2009-10-07,   77041.44,     0.00",
        "LCO-20, Mt. Diablo Unified School District, K12, 2017-05-22,  580627.56,  5806.28",
        "LCO-22, Mt. Diablo Unified School District, K12, 2022-04-13, 3407931.94, 42599.15",
        "LCO-23, Mt. Diablo Unified School District, K12, 2023-12-13,       1.00,     0.01",
        "LCO-30, Capistrano Unified School District, K12, 2017-01-01,  200000.00,  2000.00",
        "LCO-32, City of Carlsbad,                  CITY, 2005-06-28,  117187.00,     0.00"
    })
    void theFeeIsTheRateOfTheOrderDateTimesTheAmount(
            String id, String agency, AgencyType type, LocalDate orderDate, Usd amount, Usd fee) {
        var history = List.of(Facts.change(1, Cause.ORIGINAL, orderDate, orderDate, Map.of(Facts.AGREEMENT, amount)));
        var worth = (Worth.Known) FeeFromScratch.of(Facts.of(type, List.of(), history));
        assertThat(worth.total().base()).isEqualTo(amount);
        assertThat(worth.total().feeDue().roundedHalfUp()).isEqualTo(fee);
    }
}
