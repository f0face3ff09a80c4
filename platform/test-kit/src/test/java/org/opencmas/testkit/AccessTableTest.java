package org.opencmas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.testkit.access.AccessTable;

class AccessTableTest {
    @TempDir
    Path folder;

    @Test
    void aRowNamesTheRolesAndWhoseRowsTheyMeet() throws IOException {
        AccessTable table = table(
                "operation,roles,rows\nlistRules,anyone,all\ngetOrder,contractor agency-buyer,agency contractor\n");

        assertThat(table.rows().getFirst().isPublic()).isTrue();
        assertThat(table.rows().getLast().roles()).containsExactly("agency-buyer", "contractor");
        assertThat(table.rows().getLast().rows()).isEqualTo("agency contractor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "operation,roles\n",
                "operation,roles,rows\ngetOrder,agency-buyer\n",
                "operation,roles,rows\ngetOrder,,agency\n",
                "operation,roles,rows\ngetOrder,agency-buyer,mine\n",
                "operation,roles,rows\ngetOrder,agency-buyer,agency\ngetOrder,anyone,all\n"
            })
    void whatIsNoTableIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> table(text));
    }

    private AccessTable table(String text) throws IOException {
        return AccessTable.read(Files.writeString(folder.resolve("access.csv"), text));
    }
}
