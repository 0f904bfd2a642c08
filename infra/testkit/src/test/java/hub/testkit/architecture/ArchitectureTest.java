package hub.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArchitectureTest {

    private static final String PLANTED = "hub.testkit.architecture.planted";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("hub");
    private static final JavaClasses PLANTED_CLASSES = new ClassFileImporter().importPackages(PLANTED);

    @ParameterizedTest
    @EnumSource
    void theProductKeepsTheBoundary(Boundary boundary) {
        boundary.under("hub").check(PRODUCT);
    }

    /** Each way in which the planted class breaks the rule is a method of its own, and each must be reported. */
    @ParameterizedTest
    @EnumSource
    void thePlantedClassBreaksTheBoundary(Boundary boundary) {
        var report = boundary.under(PLANTED)
                .evaluate(PLANTED_CLASSES)
                .getFailureReport()
                .getDetails();
        var name = boundary.planted().getName();

        assertThat(report).anyMatch(detail -> detail.contains(name));
        for (var way : boundary.planted().getDeclaredMethods()) {
            assertThat(report).anyMatch(detail -> detail.contains(name + "." + way.getName() + "("));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"projections", "ingest", "query", "scheduler", "redis", "mysql", "embedded", "app", "testkit"})
    void everyModuleIsLookedAt(String module) {
        assertThat(PRODUCT.containPackage("hub." + module)).isTrue();
    }
}
