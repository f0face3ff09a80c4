package org.opencmas.registry.document.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.problem.body.PayloadTooLarge;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A content is kept once, in pieces, up to 20 MB")
class ContentStoreTest {
    @Inject
    ContentStore contents;

    @Inject
    DataSource database;

    /** A text, another at each run. */
    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        byte[] own = UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        System.arraycopy(own, 0, bytes, 0, own.length);
        return bytes;
    }

    private String keep(byte[] bytes) {
        return QuarkusTransaction.requiringNew().call(() -> contents.keep(new ByteArrayInputStream(bytes)));
    }

    private long pieces() throws SQLException {
        return Long.parseLong(DatabaseRights.rows(database, "select count(*) from document_piece")
                .getFirst());
    }

    @Test
    void twentyMegabytesAreKeptAndAByteMoreIsNot() throws SQLException {
        byte[] longest = bytes((int) ContentStore.MAX_BYTES);
        assertThat(keep(longest)).isEqualTo(DigestUtils.sha256Hex(longest));

        long before = pieces();
        assertThatThrownBy(() -> keep(bytes((int) ContentStore.MAX_BYTES + 1))).isInstanceOf(PayloadTooLarge.class);
        assertThat(pieces()).isEqualTo(before);
    }

    @Test
    void theSameBytesTakeNoSecondPlace() throws SQLException {
        byte[] bytes = bytes(600_000);
        keep(bytes);
        long before = pieces();

        assertThat(keep(bytes)).isEqualTo(DigestUtils.sha256Hex(bytes));
        assertThat(pieces()).isEqualTo(before);
    }
}
