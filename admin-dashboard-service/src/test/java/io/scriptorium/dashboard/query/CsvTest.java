package io.scriptorium.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scriptorium.platform.StrictJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvTest {
    private static final ObjectMapper JSON = StrictJson.configure(new ObjectMapper());

    @Test
    void namesUnitsAndTheCurrencyInTheHeader() throws Exception {
        Table table = Table.of("trends.weekly", Table.columns("week", "orders"))
                .with(Column.money("revenue"), Column.in("days", "mean"), Column.of("deep.number"));
        assertThat(csv(table, """
                        {"currency": "EUR", "trends": {"weekly": [
                          {"week": "2026-01-05", "orders": 3, "revenue": 1200.50, "mean": -0.25, "deep": {"number": 7}},
                          {"week": "2026-01-12", "orders": 0, "revenue": 0.00, "mean": null}]}}
                        """))
                .isEqualTo("week,orders,revenue (EUR),mean (days),deep.number\r\n"
                        + "2026-01-05,3,1200.50,-0.25,7\r\n"
                        + "2026-01-12,0,0.00,,\r\n");
    }

    @Test
    void quotesWhatWouldEndACellOrALine() throws Exception {
        assertThat(csv(Table.of("", Table.columns("a", "b", "c", "d")), """
                        {"a": "x,y", "b": "say \\"x\\"", "c": "two\\nlines", "d": "é plain"}
                        """))
                .isEqualTo("a,b,c,d\r\n\"x,y\",\"say \"\"x\"\"\",\"two\nlines\",é plain\r\n");
    }

    @Test
    void letsNoTextBecomeAFormulaAndNoNumberBecomeText() throws Exception {
        assertThat(csv(Table.of("", Table.columns("a", "b", "c", "d", "e", "f", "g")), """
                        {"a": "=1+1", "b": "+1", "c": "-1+2", "d": "@SUM(A1)", "e": "\\tx", "f": "\\r=x", "g": -12.00}
                        """))
                .isEqualTo("a,b,c,d,e,f,g\r\n'=1+1,'+1,'-1+2,'@SUM(A1),'\tx,\"'\r=x\",-12.00\r\n");
    }

    @Test
    void isItsHeaderWhereThereIsNothing() throws Exception {
        assertThat(csv(Table.of("daily", Column.of("day"), Column.money("sum")), "{\"daily\": [], \"currency\": null}"))
                .isEqualTo("day,sum (no currency)\r\n");
    }

    private static String csv(Table table, String view) throws Exception {
        return new String(Csv.of(table, JSON.readTree(view)), StandardCharsets.UTF_8);
    }
}
