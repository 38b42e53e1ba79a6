package org.chancery.instrument;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The international organisations that may be parties, from {@code rules/instrument}. */
@Component
public class Organisations {

  private final Map<String, Map<String, String>> namesByCode = new TreeMap<>();

  Organisations(@Value("classpath:rules/instrument/organisations.csv") Resource table)
      throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader text = new InputStreamReader(table.getInputStream(), StandardCharsets.UTF_8)) {
      for (CSVRecord row : format.parse(text)) {
        Map<String, String> names = new TreeMap<>(row.toMap());
        String code = java.util.Objects.requireNonNull(names.remove("code"));
        namesByCode.put(new PartyCode(code).value(), names);
      }
    }
  }

  /** Whether the code is a State's or a registered organisation's. */
  public boolean knows(PartyCode code) {
    return code.isState() || namesByCode.containsKey(code.value());
  }

  /** The codes of every State and registered organisation. */
  Stream<PartyCode> codes() {
    return Stream.concat(Stream.of(Locale.getISOCountries()), namesByCode.keySet().stream())
        .map(PartyCode::new);
  }

  /** The name of the State, as CLDR has it, or of the organisation in the language. */
  public String nameOf(PartyCode code, Locale locale) {
    Map<String, String> names = namesByCode.get(code.value());
    if (names == null) {
      return ULocale.getDisplayCountry("und_" + code.value(), ULocale.forLocale(locale));
    }
    return names.getOrDefault(locale.getLanguage(), names.getOrDefault("en", code.value()));
  }
}
