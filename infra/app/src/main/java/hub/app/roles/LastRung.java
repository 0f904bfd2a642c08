package hub.app.roles;

import hub.mysql.MysqlBoards;
import hub.mysql.MysqlPools;
import hub.mysql.MysqlReports;
import hub.mysql.MysqlSettings;
import hub.mysql.SourceRows;
import hub.projections.Catalog;
import io.r2dbc.pool.ConnectionPool;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Gives the role query what it needs to ask MySQL: when Redis cannot answer, and for kept reports. Connects to nothing by itself. */
final class LastRung implements ApplicationContextInitializer<GenericApplicationContext>, AutoCloseable {

    private final ConnectionPool pool;

    private LastRung(ConnectionPool pool) {
        this.pool = pool;
    }

    static LastRung over(MysqlSettings source) {
        return new LastRung(MysqlPools.pool(source, "query", MysqlPools.MAX_CONNECTIONS));
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(MysqlBoards.class, () -> new MysqlBoards(new SourceRows(pool), Catalog.MODELS));
        context.registerBean(MysqlReports.class, () -> new MysqlReports(pool));
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
