package hub.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MysqlSettingsTest {

    @Test
    void whatIsWrongIsNamedWithItsSetting() {
        assertThatThrownBy(() -> settings("", 3306)).hasMessage("hub.mysql.host is empty; it must be set");
        assertThatThrownBy(() -> settings("db", 0)).hasMessage("hub.mysql.port is 0; allowed are 1 to 65535");
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(settings("db", 3306)).hasToString("db:3306/productivity as hub (PREFERRED)");
    }

    @Test
    void sslModesAreReadInAnyCase() {
        assertThat(SslMode.parse("verify-identity")).isEqualTo(SslMode.VERIFY_IDENTITY);
        assertThat(SslMode.parse(" Disabled ")).isEqualTo(SslMode.DISABLED);
        assertThatThrownBy(() -> SslMode.parse("on"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ssl-mode is \"on\"; allowed are"
                        + " disabled, preferred, required, verify_ca, verify_identity");
    }

    @Test
    void theJdbcAddressCarriesTheSslModeAndNoPassword() {
        assertThat(JdbcUrl.of(settings("db", 3306)))
                .startsWith("jdbc:mysql://db:3306/productivity?sslMode=PREFERRED&allowPublicKeyRetrieval=false&")
                .doesNotContain("secret");
        assertThat(JdbcUrl.of(settings("::1", 3306))).startsWith("jdbc:mysql://[::1]:3306/");
    }

    private static MysqlSettings settings(String host, int port) {
        return new MysqlSettings(host, port, "productivity", "hub", "secret", SslMode.PREFERRED);
    }
}
