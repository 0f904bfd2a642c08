package hub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartitionVersionTest {

    @Test
    void readsBackWhatItWrites() {
        PartitionVersion version = new PartitionVersion(4_711, "k3x9a");

        assertThat(version.text()).isEqualTo("4711.k3x9a");
        assertThat(PartitionVersion.parse(version.text())).isEqualTo(version);
        assertThat(PartitionVersion.parse("0")).isEqualTo(PartitionVersion.UNTOUCHED);
        assertThat(PartitionVersion.UNTOUCHED.text()).isEqualTo("0");
    }
}
