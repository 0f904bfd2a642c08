package hub.testkit.oracle;

import hub.testkit.scenario.Scenario;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** An oracle over a database with the usual roles and four employees. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JudgedOracle {

    Scenario db;
    Oracle oracle;

    abstract Servers servers();

    @BeforeAll
    void createDatabase() {
        SourceDatabase database = servers().source().freshDatabase("oracle");
        database.createOwnTables();
        db = new Scenario(database);
        oracle = new Oracle(db.connection());
    }

    @AfterAll
    void disconnect() {
        db.close();
    }

    @BeforeEach
    void emptyTables() {
        db.clear();
        db.roles();
        db.employees(1, 2, 3, 4);
    }
}
