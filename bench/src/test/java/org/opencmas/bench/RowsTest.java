package org.opencmas.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.bench.row.Row;

@DisplayName("Whoever measures finds in the README what each measurement means and how to ask for it")
class RowsTest {
    private static final Pattern LINE =
            Pattern.compile("^\\|[^|]+\\| `--only ([a-z-]+)` \\|[^|]+\\|", Pattern.MULTILINE);

    @Test
    void eachRowHasItsLine() throws IOException {
        List<String> names = Rows.all().stream().map(Row::name).toList();
        assertThat(names).doesNotHaveDuplicates();
        List<String> told = LINE.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map((MatchResult line) -> line.group(1))
                .toList();
        assertThat(new TreeSet<>(told))
                .as("the measurements that README.md has a line for, by the name that --only takes")
                .isEqualTo(new TreeSet<>(names));
    }
}
