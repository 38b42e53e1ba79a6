package org.chancery.supply;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chancery.Chancery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

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
        "org.springframework.security.web.webauthn..",
        "org.springframework.security.crypto.encrypt..",
        "org.springframework.security.config.annotation.web.configurers.oauth2.server..",
        "org.springframework.security.oauth2.server..",
        "org.springframework.validation..",
        "org.springframework.web.servlet.view.xslt..",
        "jakarta.websocket..",
        "org.apache.catalina.authenticator..",
        "org.apache.coyote.ajp..",
        "org.apache.coyote.http2..",
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
        "org.springframework.web.servlet.view.FragmentsRendering",
        "org.springframework.web.filter.UrlHandlerFilter",
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
        "org.apache.tomcat.websocket.server.WsSci",
        "com.webauthn4j.WebAuthnManager",
        "freemarker.template.Configuration",
        "org.springframework.messaging.rsocket.RSocketRequester",
        "org.springframework.security.ldap.server.UnboundIdContainer"
      })
  void theClassIsNotThere(String name) {
    assertThat(getClass().getClassLoader().getResource(name.replace('.', '/') + ".class")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"server.http2", "server.ssl", "server.tomcat.ajp"})
  void nobodySetsIt(String prefix) throws IOException {
    for (String file : List.of("application.yaml", "application-postgresql.yaml")) {
      assertThat(new YamlPropertySourceLoader().load(file, new ClassPathResource(file)))
          .map(source -> (EnumerablePropertySource<?>) source)
          .isNotEmpty()
          .allSatisfy(
              source ->
                  assertThat(source.getPropertyNames()).noneMatch(name -> name.startsWith(prefix)));
    }
  }

  @Test
  void noPathOfPropertiesThatSomebodySendsIsFollowed() {
    assertThat(handlers()).hasSizeGreaterThan(100);
    assertThat(handlers().flatMap(method -> method.getParameters().stream()))
        .filteredOn(parameter -> !isNotBound(parameter))
        .isEmpty();
  }

  private static Stream<JavaMethod> handlers() {
    return OURS.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class));
  }

  /** It is one value, a body, or what the server hands over: no object whose setters are called. */
  private static boolean isNotBound(JavaParameter parameter) {
    boolean isOneValue =
        parameter.getAnnotations().stream()
            .map(each -> each.getRawType())
            .anyMatch(
                each ->
                    each.getPackageName().equals(RequestParam.class.getPackageName())
                        && !each.isEquivalentTo(ModelAttribute.class));
    String home = parameter.getRawType().getPackageName();
    return isOneValue
        || home.equals("jakarta.servlet.http")
        || home.equals("org.springframework.ui")
        || home.equals("org.springframework.web.servlet.mvc.support")
        || parameter.getRawType().isEquivalentTo(InputStream.class)
        || parameter.getRawType().isEquivalentTo(WebRequest.class)
        || parameter.getRawType().isEquivalentTo(Locale.class);
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
