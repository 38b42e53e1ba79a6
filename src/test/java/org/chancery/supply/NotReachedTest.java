package org.chancery.supply;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.chancery.Chancery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.SpringProperties;

/** What is at fault in a library, and not used here: the proof of waivers. */
class NotReachedTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .importUrl(Chancery.class.getProtectionDomain().getCodeSource().getLocation());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.springframework.expression..",
        "org.springframework.web.servlet.function..",
        "org.springframework.web.reactive..",
        "org.springframework.security.ldap..",
        "org.springframework.security.web.authentication.rememberme..",
        "org.springframework.security.authentication.ott.."
      })
  void noClassOfOursUsesThePackage(String name) {
    noClasses().should().dependOnClassesThat().resideInAPackage(name).check(OURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.springframework.web.servlet.mvc.UrlFilenameViewController",
        "org.springframework.web.servlet.mvc.method.annotation.SseEmitter",
        "org.springframework.security.web.authentication.www.DigestAuthenticationFilter"
      })
  void noClassOfOursUsesTheClass(String name) {
    noClasses().should().dependOnClassesThat().haveFullyQualifiedName(name).check(OURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.eclipse.jetty.server.Server",
        "org.springframework.web.reactive.DispatcherHandler",
        "org.springframework.messaging.rsocket.RSocketRequester",
        "org.springframework.security.ldap.server.UnboundIdContainer"
      })
  void theClassIsNotThere(String name) {
    assertThat(getClass().getClassLoader().getResource(name.replace('.', '/') + ".class")).isNull();
  }

  @Test
  void theCompilerOfExpressionsIsOff() {
    assertThat(SpringProperties.getProperty("spring.expression.compiler.mode"))
        .isIn(null, "OFF", "off");
  }

  @Test
  void theTestSeesWhatIsUsed() {
    assertThat(
            noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.security.web.SecurityFilterChain")
                .evaluate(OURS)
                .hasViolation())
        .isTrue();
  }
}
