package hub.scheduler.week;

import hub.embedded.EmbeddedRedis;
import hub.mysql.MysqlSettings;
import hub.scheduler.TestServers;

class WeekIT extends WeekContract {

    @Override
    MysqlSettings warehouse() {
        return TestServers.embedded().freshWarehouse();
    }

    @Override
    Redis redis() {
        return new Redis() {
            private EmbeddedRedis server = EmbeddedRedis.start();

            @Override
            public String host() {
                return server.host();
            }

            @Override
            public int port() {
                return server.port();
            }

            @Override
            public void stop() {
                server.close();
            }

            @Override
            public void start() {
                server = EmbeddedRedis.start(server.port());
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}
