package hub.app.roles;

import hub.mysql.MysqlBoards;
import hub.mysql.MysqlPools;
import hub.mysql.MysqlSettings;
import hub.mysql.SourceRows;
import hub.projections.Catalog;
import io.r2dbc.pool.ConnectionPool;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** What the query role asks when Redis cannot answer: MySQL, through a pool that connects at the first question. */
final class LastRung {

    private LastRung() {}

    static void register(ConfigurableApplicationContext context, MysqlSettings user) {
        GenericApplicationContext beans = (GenericApplicationContext) context;
        beans.registerBean(
                ConnectionPool.class,
                () -> MysqlPools.pool(user, "query", MysqlPools.MAX_CONNECTIONS),
                bean -> bean.setDestroyMethodName("dispose"));
        beans.registerBean(
                MysqlBoards.class,
                () -> new MysqlBoards(new SourceRows(beans.getBean(ConnectionPool.class)), Catalog.MODELS));
    }
}
