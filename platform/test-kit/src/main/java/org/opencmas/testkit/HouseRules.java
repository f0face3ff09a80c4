package org.opencmas.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The house style as far as a machine can hold it. {@link #of} is for a service, {@link #layout} for every other module. A service's test is
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> houseRules() {
 *     return HouseRules.of("org.opencmas.order");
 * }
 * }</pre>
 */
public final class HouseRules {
    private static final Set<String> BINARY_FRACTIONS =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final DescribedPredicate<JavaClass> BINARY_FRACTION = describe(
            "double or float",
            type -> BINARY_FRACTIONS.contains(type.getBaseComponentType().getName()));
    private static final Set<String> HTTP_METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> RAW_BODIES =
            Set.of("java.io.InputStream", "java.lang.String", "byte[]", "java.io.File", "java.nio.file.Path");
    private static final List<String> FORBIDDEN_PACKAGES =
            List.of("common", "shared", "core", "util", "utils", "helper", "helpers", "misc", "base");

    private static final int MOST_FILES = 16;

    private HouseRules() {}

    /** The rules as tests over the main classes beneath that package; those that have nothing to look at there are left out. */
    public static Stream<DynamicTest> of(String root) {
        JavaClasses main = main(root);
        Map<String, ArchRule> rules = rules(root, main);
        rules.putAll(layoutRules(root));
        return tests(rules, main);
    }

    /** Only the rules on packages, for a module that is no service. */
    public static Stream<DynamicTest> layout(String root) {
        return tests(layoutRules(root), main(root));
    }

    private static JavaClasses main(String root) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    private static Stream<DynamicTest> tests(Map<String, ArchRule> rules, JavaClasses main) {
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(main)));
    }

    static Map<String, ArchRule> layoutRules(String root) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("packages have no circle", packagesHaveNoCircle(root));
        rules.put("packages are small", packagesHoldAtMost(MOST_FILES));
        return rules;
    }

    static Map<String, ArchRule> rules(String root, JavaClasses main) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        if (main.stream().anyMatch(resideInAPackage("..rule.."))) {
            rules.put("rule packages are pure", rulePackagesArePure());
        }
        if (main.stream().anyMatch(type -> type.getSimpleName().endsWith("Resource"))) {
            rules.put("resource methods name their roles", resourceMethodsNameTheirRoles());
            rules.put("resources say what they produce", resourcesSayWhatTheyProduce());
            rules.put("resource bodies are required and validated", resourceBodiesAreValidated());
            rules.put("no entity in a resource signature", noEntityInAResourceSignature());
        }
        rules.put("nobody reads the system clock", nobodyReadsTheSystemClock());
        rules.put("features have no cycles", featuresHaveNoCycles(root));
        rules.put("only resources and filters know HTTP", onlyResourcesKnowHttp());
        rules.put("no field injection", noFieldInjection());
        rules.put("beans have one scope", beansHaveOneScope());
        rules.put("no forbidden names", noForbiddenNames());
        rules.put("no binary fractions", noBinaryFractions());
        return rules;
    }

    private static ArchRule rulePackagesArePure() {
        return classes()
                .that()
                .resideInAPackage("..rule..")
                .should()
                .onlyDependOnClassesThat(
                        describe("are of the JDK (without I/O), JSpecify, the terms or rules", HouseRules::isPure))
                .because(
                        "a rule sees facts that were gathered before, so that yesterday's evaluation can be run again");
    }

    private static boolean isPure(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        boolean jdk = name.startsWith("java.")
                && Stream.of("java.sql", "java.net", "java.nio.file", "java.io").noneMatch(name::startsWith);
        return jdk
                || type.getBaseComponentType().isPrimitive()
                || Set.of("java.io.Serializable", "java.io.Serial").contains(type.getName())
                || name.startsWith("org.jspecify")
                || name.startsWith("org.opencmas.terms")
                || resideInAPackage("..rule..").test(type.getBaseComponentType());
    }

    private static ArchRule nobodyReadsTheSystemClock() {
        return noClasses()
                .that(describe(
                        "are not where the clock comes from",
                        type -> !type.getSimpleName().equals("SystemClock")))
                .should()
                .callMethodWhere(describe("the method reads the clock of the machine", HouseRules::readsTheClock))
                .orShould()
                .callConstructorWhere(describe(
                        "the constructor reads the clock of the machine",
                        call -> call.getTargetOwner().getName().equals("java.util.Date")
                                && call.getTarget().getRawParameterTypes().isEmpty()))
                .because("time comes from the injected Clock, so that a test and a later reproduction can set it");
    }

    private static boolean readsTheClock(JavaCall<? extends AccessTarget.CodeUnitCallTarget> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        boolean givenAClock = call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals("java.time.Clock"));
        return (owner.startsWith("java.time.") && name.equals("now") && !givenAClock)
                || (owner.equals("java.time.Clock") && name.startsWith("system"))
                || (owner.equals("java.time.InstantSource") && name.equals("system"))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
    }

    private static ArchRule featuresHaveNoCycles(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .because("a feature that knows another which knows it cannot be read alone");
    }

    private static ArchRule packagesHaveNoCircle(String root) {
        SliceAssignment packages = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                boolean within = name.equals(root) || name.startsWith(root + ".");
                return within ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
        return slices().assignedFrom(packages)
                .should()
                .beFreeOfCycles()
                .because("packages that know each other are one package with two names");
    }

    static ArchRule packagesHoldAtMost(int most) {
        return classes()
                .should(new ArchCondition<>("stand in packages of at most " + most + " files") {
                    private final Map<String, Set<String>> files = new TreeMap<>();

                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getSource()
                                .flatMap(Source::getFileName)
                                .ifPresent(file -> files.computeIfAbsent(type.getPackageName(), name -> new HashSet<>())
                                        .add(file));
                    }

                    @Override
                    public void finish(ConditionEvents events) {
                        files.forEach((name, held) -> {
                            if (held.size() > most) {
                                events.add(SimpleConditionEvent.violated(
                                        name, "%s has %d files".formatted(name, held.size())));
                            }
                        });
                    }
                })
                .because("a package with more is not seen at a glance: a part of it wants a name of its own");
    }

    private static ArchRule beansHaveOneScope() {
        String singleton = "jakarta.inject.Singleton";
        return CompositeArchRule.of(noClasses().should().beAnnotatedWith(singleton))
                .and(noMethods().should().beAnnotatedWith(singleton))
                .because(
                        "beans are @ApplicationScoped everywhere, so that nobody looks for a meaning in the difference");
    }

    private static ArchRule onlyResourcesKnowHttp() {
        return noClasses()
                .that(describe(
                        "are neither resources nor filters nor clients of a service", type -> !isInResource(type)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .because("an operation is the same for every caller; refusals become answers in one place");
    }

    private static boolean isInResource(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        String name = outermost.getSimpleName();
        return name.endsWith("Resource") || name.endsWith("Filter") || isClient(outermost);
    }

    private static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .orShould()
                .beAnnotatedWith("jakarta.persistence.PersistenceContext")
                .because("a constructor shows what a class needs and lets a test call it with new");
    }

    private static ArchRule noForbiddenNames() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveNameMatching(".*(Manager|Helper|Dto|DTO|Util|Utils)")
                .orShould()
                .resideInAnyPackage(FORBIDDEN_PACKAGES.stream()
                        .map(name -> ".." + name + "..")
                        .toArray(String[]::new))
                .because("such a name says nothing about what the thing is for");
    }

    private static ArchRule noBinaryFractions() {
        ArchCondition<JavaCodeUnit> noFraction =
                new ArchCondition<>("neither take nor give nor convert to a double or float") {
                    @Override
                    public void check(JavaCodeUnit unit, ConditionEvents events) {
                        if (unit.getRawParameterTypes().stream().anyMatch(BINARY_FRACTION)
                                || BINARY_FRACTION.test(unit.getRawReturnType())) {
                            events.add(SimpleConditionEvent.violated(unit, unit.getDescription() + " has one"));
                        }
                        unit.getCallsFromSelf().stream()
                                .filter(call -> call.getTargetOwner().isAssignableTo(Number.class))
                                .filter(call -> call.getTarget().getRawParameterTypes().stream()
                                                .anyMatch(BINARY_FRACTION)
                                        || BINARY_FRACTION.test(
                                                call.getTarget().getReturnType().toErasure()))
                                .forEach(
                                        call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                    }
                };
        ArchRule inCode = codeUnits()
                .that(describe(
                        "are written by hand", unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should(noFraction);
        return CompositeArchRule.of(inCode)
                .and(noFields().should().haveRawType(BINARY_FRACTION))
                .because("money and quantities that pass through a binary fraction are no longer exact");
    }

    private static ArchRule resourceMethodsNameTheirRoles() {
        return methods()
                .that(describe("answer HTTP", HouseRules::answersHttp))
                .should(new ArchCondition<>("carry @RolesAllowed or @PermitAll, or their class does") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean named = Stream.concat(
                                        method.getAnnotations().stream(), method.getOwner().getAnnotations().stream())
                                .map(annotation -> annotation.getRawType().getName())
                                .anyMatch(Set.of(
                                        "jakarta.annotation.security.RolesAllowed",
                                        "jakarta.annotation.security.PermitAll")::contains);
                        if (!named) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " does not say who may call it"));
                        }
                    }
                })
                .allowEmptyShould(true)
                .because("who may do what is decided at each operation, never by leaving it out");
    }

    private static ArchRule resourcesSayWhatTheyProduce() {
        return methods()
                .that(describe("answer HTTP", HouseRules::answersHttp))
                .should(new ArchCondition<>("carry @Produces, or their class does") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        String produces = "jakarta.ws.rs.Produces";
                        if (!method.isAnnotatedWith(produces)
                                && !method.getOwner().isAnnotatedWith(produces)) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " does not say what it answers"));
                        }
                    }
                })
                .allowEmptyShould(true)
                .because("else a caller who accepts text/html gets the toString of an object as a page");
    }

    private static ArchRule resourceBodiesAreValidated() {
        return methods()
                .that(describe("answer HTTP", HouseRules::answersHttp))
                .should(new ArchCondition<>("have their body checked by @NotNull and @Valid") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        method.getParameters().stream()
                                .filter(HouseRules::isBody)
                                .filter(body -> !isChecked(body))
                                .forEach(body -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " does not check its body " + body.getIndex())));
                    }
                })
                .allowEmptyShould(true)
                .because("an absent body would be a server error, and an unchecked one reaches the rules");
    }

    private static boolean isBody(JavaParameter parameter) {
        boolean boundElsewhere = parameter.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getPackageName())
                .anyMatch(name -> name.startsWith("jakarta.ws.rs") || name.startsWith("org.jboss.resteasy.reactive"));
        String type = parameter.getRawType().getName();
        boolean context =
                type.startsWith("jakarta.ws.rs.") || type.startsWith("io.vertx.") || type.startsWith("io.quarkus.");
        return !boundElsewhere && !context && !isPlainValue(parameter.getRawType());
    }

    /** A value that can only come from the path, where its annotation may be left out, or that is streamed. */
    private static boolean isPlainValue(JavaClass type) {
        return type.isPrimitive()
                || type.isEnum()
                || RAW_BODIES.contains(type.getName())
                || type.getName().equals("java.util.UUID")
                || Stream.of("java.lang", "java.time", "java.math", "org.opencmas.terms")
                        .anyMatch(type.getPackageName()::equals);
    }

    private static boolean isChecked(JavaParameter body) {
        Set<String> names = new HashSet<>();
        for (JavaAnnotation<JavaParameter> annotation : body.getAnnotations()) {
            names.add(annotation.getRawType().getName());
        }
        return names.contains("jakarta.validation.constraints.NotNull") && names.contains("jakarta.validation.Valid");
    }

    private static ArchRule noEntityInAResourceSignature() {
        DescribedPredicate<JavaClass> entity =
                describe("an entity", type -> type.isAnnotatedWith("jakarta.persistence.Entity"));
        return methods()
                .that(describe("answer HTTP", HouseRules::answersHttp))
                .should()
                .notHaveRawReturnType(entity)
                .andShould()
                .notHaveRawParameterTypes(
                        describe("an entity", types -> types.stream().anyMatch(entity)))
                .allowEmptyShould(true)
                .because("what is stored and what is promised to callers change for different reasons");
    }

    /** A client of a service carries the same annotations for what it asks. */
    private static boolean isClient(JavaClass type) {
        return type.isAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient");
    }

    private static boolean answersHttp(JavaMethod method) {
        return !isClient(method.getOwner())
                && method.getAnnotations().stream()
                        .map(JavaAnnotation::getRawType)
                        .anyMatch(type -> type.getPackageName().equals("jakarta.ws.rs")
                                && HTTP_METHODS.contains(type.getSimpleName()));
    }
}
