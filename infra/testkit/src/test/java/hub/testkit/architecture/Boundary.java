package hub.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.tngtech.archunit.lang.ArchRule;
import hub.testkit.architecture.planted.ingest.StartsTheApp;
import hub.testkit.architecture.planted.ingest.TalksToRedis;
import hub.testkit.architecture.planted.mysql.KnowsRedis;
import hub.testkit.architecture.planted.projections.LogsInTheDomain;
import hub.testkit.architecture.planted.query.DecodesRecords;
import hub.testkit.architecture.planted.query.DeserialisesObjects;
import hub.testkit.architecture.planted.query.RunsTheProjector;
import hub.testkit.architecture.planted.query.security.ComparesDigestsByHand;
import hub.testkit.architecture.planted.redis.OpensATransaction;
import hub.testkit.architecture.planted.redis.ServesHttp;
import hub.testkit.architecture.planted.scheduler.AsksTheApi;
import hub.testkit.architecture.planted.scheduler.ReadsTheWallClock;
import hub.testkit.architecture.planted.unmarked.LivesInAnUnmarkedPackage;
import tools.jackson.databind.annotation.JsonTypeIdResolver;

/**
 * The rules between the modules. A rule is made for a root package, so that the same rule that guards {@code hub} is
 * shown to reject a class planted under another root.
 */
enum Boundary {
    DOMAIN_IS_FREE_OF_FRAMEWORKS(LogsInTheDomain.class) {
        @Override
        ArchRule under(String root) {
            return classes()
                    .that()
                    .resideInAPackage(root + ".projections..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(root + ".projections..", "java..", "org.jspecify..");
        }
    },
    ONLY_INGEST_KNOWS_DEBEZIUM(DecodesRecords.class) {
        @Override
        ArchRule under(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(root + ".ingest..", root + ".testkit..", root + ".bench..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.debezium..", "org.apache.kafka..");
        }
    },
    INGEST_SEES_NO_STORE_AND_NO_WEB(TalksToRedis.class) {
        @Override
        ArchRule under(String root) {
            return blind(root, "ingest", Libraries.plus(Libraries.REDIS, Libraries.WEB), "query", "redis", "mysql");
        }
    },
    QUERY_SEES_NO_PROJECTOR(RunsTheProjector.class) {
        @Override
        ArchRule under(String root) {
            return blind(root, "query", Libraries.NONE, "projections.projector", "ingest", "scheduler");
        }
    },
    SCHEDULER_SEES_NEITHER_END_OF_THE_PATH(AsksTheApi.class) {
        @Override
        ArchRule under(String root) {
            return blind(root, "scheduler", Libraries.WEB, "ingest", "query");
        }
    },
    REDIS_SEES_NO_WEB(ServesHttp.class) {
        @Override
        ArchRule under(String root) {
            return blind(root, "redis", Libraries.WEB, "ingest", "query", "scheduler", "mysql");
        }
    },
    MYSQL_SEES_NO_WEB_AND_NO_REDIS(KnowsRedis.class) {
        @Override
        ArchRule under(String root) {
            return blind(
                    root,
                    "mysql",
                    Libraries.plus(Libraries.REDIS, Libraries.WEB),
                    "ingest",
                    "query",
                    "scheduler",
                    "redis");
        }
    },
    NOTHING_NEEDS_THE_APP(StartsTheApp.class) {
        @Override
        ArchRule under(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(root + ".app..", root + ".testkit..", root + ".bench..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(root + ".app..");
        }
    },
    NO_REDIS_TRANSACTION(OpensATransaction.class) {
        @Override
        ArchRule under(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + "..")
                    .should()
                    .accessTargetWhere(Calls.toRedisTransactions())
                    .because("Lettuce replays unacknowledged commands after a reconnect: a MULTI could run in halves");
        }
    },
    NOTHING_FROM_OUTSIDE_BECOMES_AN_OBJECT(DeserialisesObjects.class) {
        @Override
        ArchRule under(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + "..")
                    .should()
                    .accessTargetWhere(Calls.toWhatMakesObjectsOfInput())
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(JsonTypeInfo.class, JsonTypeIdResolver.class)
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework.expression..")
                    .because("Java's serialisation, types named by JSON and expressions run code that the input chose");
        }
    },
    DIGESTS_ARE_COMPARED_IN_CONSTANT_TIME(ComparesDigestsByHand.class) {
        @Override
        ArchRule under(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".query.security..")
                    .should()
                    .accessTargetWhere(Calls.toComparisonsThatStopEarly())
                    .because("how long a comparison takes tells how much of a guess was right: MessageDigest.isEqual");
        }
    },
    TIME_IS_AN_ARGUMENT(ReadsTheWallClock.class) {
        @Override
        ArchRule under(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            root + ".app..", root + ".embedded..", root + ".testkit..", root + ".bench..")
                    .should()
                    .accessTargetWhere(Calls.toTheMachinesClockOrZone())
                    .because("only the wiring chooses a clock; everything else is handed one");
        }
    },
    EVERY_PACKAGE_IS_NULL_MARKED(LivesInAnUnmarkedPackage.class) {
        @Override
        ArchRule under(String root) {
            return classes()
                    .that()
                    .resideInAPackage(root + "..")
                    .and()
                    .resideOutsideOfPackage("..jmh_generated..")
                    .should(new ResideInANullMarkedPackage())
                    .because("NullAway looks at marked packages only");
        }
    };

    private final Class<?> planted;

    Boundary(Class<?> planted) {
        this.planted = planted;
    }

    abstract ArchRule under(String root);

    /** A class that breaks this rule under the root of the planted classes. */
    Class<?> planted() {
        return planted;
    }

    private static ArchRule blind(String root, String module, String[] libraries, String... modules) {
        var unseen = Libraries.plus(libraries, modules);
        for (int i = libraries.length; i < unseen.length; i++) {
            unseen[i] = root + "." + unseen[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(root + "." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(unseen);
    }
}
