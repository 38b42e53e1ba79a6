package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;

/** A table is read whole or refused with file, line and reason. */
class BodyFileTest {

  private static final String HEADER = "code,state,zone,sees_all,en,az,kk,ru,tr,uz,ar\n";
  private static final String GOOD = "mfa,AZ,Asia/Baku,true,a,b,c,d,e,f,g\n";

  @Test
  void aGoodRowIsABody() {
    assertThat(read(HEADER + GOOD))
        .singleElement()
        .satisfies(
            body -> {
              assertThat(body.seesAll()).isTrue();
              assertThat(body.names()).containsEntry("ar", "g").hasSize(7);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "MFA,AZ,Asia/Baku,true,a,b,c,d,e,f,g | the code \"MFA\" must be small letters",
        "x,Azer,Asia/Baku,true,a,b,c,d,e,f,g | the state \"Azer\" must be two capital letters",
        "x,AZ,Asia/Bakuu,true,a,b,c,d,e,f,g | the zone \"Asia/Bakuu\" is unknown",
        "x,AZ,Asia/Baku,yes,a,b,c,d,e,f,g | sees_all is \"yes\"",
        "x,AZ,Asia/Baku,true,a,b,c,,e,f,g | the column \"ru\" is missing or empty",
        "x,AZ,Asia/Baku | the column \"sees_all\" is missing or empty",
        "mfa,AZ,Asia/Baku,true,a,b,c,d,e,f,g | stands there twice",
        "x,\"AZ\"z,Asia/Baku,true,a,b,c,d,e,f,g | is no CSV",
      })
  void aMalformedRowStopsTheStart(String row, String reason) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> read(HEADER + GOOD + row + "\n"))
        .withMessageStartingWith("bodies.csv, line 3: ")
        .withMessageContaining(reason);
  }

  private static List<Body> read(String text) {
    return BodyFile.read(
        new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)), "bodies.csv");
  }
}
