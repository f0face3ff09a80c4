package org.opencmas.order.account.terms;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.orderbody.LineKind;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProcurementKind;
import org.opencmas.terms.Usd;

/**
 * That an order is paid in part as the work goes on, and by which provision (Guide s4 p12-13).
 *
 * @param kind which of the three provisions allows it
 * @param withholdShare the share of the price that is withheld, as a fraction: 0.10 is 10%
 * @param riskDecision the recorded decision that allows to withhold less; null when there is none
 * @param tasks of an order for services; empty when it has none
 * @param startsOn first day of the order's work, if said
 * @param lastDay last day of the order's work, inclusive, if said
 * @param figures the dated figures of the day on which they were agreed; null on terms from before they were kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProgressTerms")
public record ProgressTerms(
        Kind kind,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, pattern = "^[01](\\.\\d{1,5})?$")
        BigDecimal withholdShare,

        @Nullable RiskDecision riskDecision,
        List<Task> tasks,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate lastDay,
        @Nullable Figures figures,
        String agreedBy) {
    public ProgressTerms {
        tasks = List.copyOf(tasks);
    }

    /** The provisions that allow progress payments, each for what it is about. The database holds the same. */
    @Schema(name = "ProgressKind")
    public enum Kind {
        /** Information technology made or done especially for the State and not saleable to others (PCC 12112). */
        IT_SPECIAL("PP-IT-SPECIAL", "orders under agreements for information technology alone") {
            @Override
            public boolean fits(OrderDocument order) {
                return isAllOf(order, ProcurementKind.IT);
            }
        },
        /** Goods made especially for the State and not saleable to others (PCC 10314), with what comes with them. */
        GOODS_SPECIAL(
                "PP-GOODS-SPECIAL", "orders with goods, under agreements for other than information technology alone") {
            @Override
            public boolean fits(OrderDocument order) {
                return isAllOf(order, ProcurementKind.NON_IT)
                        && order.lines().stream().anyMatch(line -> isGoods(line.ordered()));
            }
        },
        /** Services other than information technology (PCC 10346), with their travel: goods among them ask the bond of special goods. */
        NON_IT_SERVICES(
                "PP-NONIT-SERVICES",
                "orders for services and their travel alone, under agreements for other than information technology alone") {
            @Override
            public boolean fits(OrderDocument order) {
                return isAllOf(order, ProcurementKind.NON_IT)
                        && order.lines().stream().noneMatch(line -> isGoods(line.ordered()))
                        && order.lines().stream()
                                .anyMatch(line -> line.ordered().kind() == LineKind.SERVICES);
            }
        };

        private final String rule;
        private final String fittingOrders;

        Kind(String rule, String fittingOrders) {
            this.rule = rule;
            this.fittingOrders = fittingOrders;
        }

        /** Whether it is for all that the order buys. */
        public abstract boolean fits(OrderDocument order);

        /** The requirement that allows it. */
        public String rule() {
            return rule;
        }

        /** Words for the orders that it fits. */
        public String fittingOrders() {
            return fittingOrders;
        }

        private static boolean isAllOf(OrderDocument order, ProcurementKind kind) {
            return order.agreements().stream().allMatch(number -> number.kind() == kind);
        }

        /** Packaged software counts with the goods, as for public works (PW-INCIDENTAL). */
        private static boolean isGoods(OrderLine line) {
            return line.kind() == LineKind.GOODS || line.kind() == LineKind.SOFTWARE;
        }
    }

    /**
     * The figures by which such terms are held. The database keeps the same with them and compares each payment.
     *
     * @param largePrice from which price on, inclusive, a risk decision leads to a higher share, US dollars; null where no source dates one
     * @param leastShareLarge the least share from that price on; null where no source dates one
     * @param bondShare which part of all that is payable the performance bond for special goods covers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProgressFigures")
    public record Figures(
            @Nullable Usd largePrice,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING) @Nullable
            BigDecimal leastShareLarge,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
            BigDecimal bondShare) {
        /** Those by which terms were held while none were kept with them. */
        static final Figures BEFORE_KEPT =
                new Figures(Usd.of("10000000.00"), new BigDecimal("0.05"), new BigDecimal("0.50"));
    }

    /**
     * The recorded assessment of the risk of special information technology.
     *
     * @param evidence where the assessment is kept
     */
    @Schema(name = "RiskDecision")
    public record RiskDecision(String decidedBy, LocalDate decidedOn, String evidence) {}

    /**
     * A part of the work.
     *
     * @param amount what the order allows for it, US dollars
     * @param separateAndDistinct whether no later task builds on it; a person decides
     * @param decidedBy who decided that; null when nobody did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProgressTask")
    public record Task(
            String taskId,
            Usd amount,
            boolean separateAndDistinct,
            @Nullable String decidedBy) {
        public String key() {
            return Identifier.keyOf(taskId);
        }

        /** Whether it is the same task, and as much is released when it is complete. */
        public boolean isWorthAsMuchAs(Task other) {
            return key().equals(other.key())
                    && amount.equals(other.amount)
                    && separateAndDistinct == other.separateAndDistinct;
        }
    }

    /** The share that holds at that price. */
    BigDecimal shareAt(Usd price) {
        Figures held = held();
        Usd large = held.largePrice();
        BigDecimal least = held.leastShareLarge();
        return large != null && least != null && large.isAtMost(price) ? withholdShare.max(least) : withholdShare;
    }

    /**
     * What the performance bond comes to at least, US dollars, by the share that these terms keep: zero for terms that ask none
     * (PP-GOODS-SPECIAL).
     *
     * @param payable all that is payable, with tax and freight
     */
    public Usd leastPerformanceBond(Usd payable) {
        return kind == Kind.GOODS_SPECIAL ? payable.times(bondShare()).cents(RoundingMode.UP) : Usd.ZERO;
    }

    /** The part of all that is payable that the performance bond covers. */
    public BigDecimal bondShare() {
        return held().bondShare();
    }

    private Figures held() {
        return figures == null ? Figures.BEFORE_KEPT : figures;
    }
}
