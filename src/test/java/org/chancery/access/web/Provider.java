package org.chancery.access.web;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.client.RestClient;

/**
 * An OpenID provider as a ministry has one: a real authorization server on a port of its own, with
 * people in groups that a test moves, and programs.
 */
final class Provider implements AutoCloseable {

  /** The password of everybody there. */
  static final String PASSWORD = "the provider's password";

  private final ConfigurableApplicationContext server;

  private Provider(ConfigurableApplicationContext server) {
    this.server = server;
  }

  static Provider start() {
    return new Provider(
        new SpringApplicationBuilder(Server.class)
            .properties(
                "spring.config.name=provider",
                "server.port=0",
                "server.servlet.session.cookie.name=PROVIDER",
                "spring.main.banner-mode=off",
                "logging.level.root=warn")
            .run());
  }

  /** Where it is, which is also its name as an issuer. */
  String issuer() {
    return "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
  }

  /** Lets people come and go between it and the house. */
  void serves(String house) {
    server.getBean(InMemoryRegisteredClientRepository.class).save(Server.house(house));
  }

  /** Puts the person into these groups, and no others. */
  void place(String person, String... groups) {
    server.getBean(People.class).groups().put(person, List.of(groups));
  }

  /** A token with its own signature, for the house, that says what is asked of it. */
  String sign(Consumer<JwtClaimsSet.Builder> claims) {
    Instant now = Instant.now();
    JwtClaimsSet.Builder said =
        JwtClaimsSet.builder()
            .issuer(issuer())
            .subject("portal")
            .audience(List.of("chancery"))
            .issuedAt(now)
            .expiresAt(now.plusSeconds(300));
    claims.accept(said);
    return new NimbusJwtEncoder(server.getBean(Keys.class).source())
        .encode(JwtEncoderParameters.from(said.build()))
        .getTokenValue();
  }

  /** A token for the program, by its client credentials. */
  String grant(String program) {
    RestClient http = RestClient.create();
    Map<?, ?> answer =
        http.post()
            .uri(issuer() + "/oauth2/token")
            .headers(headers -> headers.setBasicAuth(program, encoded("secret of " + program)))
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .body("grant_type=client_credentials")
            .retrieve()
            .body(Map.class);
    return String.valueOf(Objects.requireNonNull(answer).get("access_token"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }

  /** Who is in which groups. */
  record People(Map<String, List<String>> groups) {}

  /** The keys it signs with. */
  record Keys(JWKSource<SecurityContext> source) {

    static Keys random() {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        RSAKey key =
            new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey((RSAPrivateKey) pair.getPrivate())
                .keyID("1")
                .build();
        return new Keys(new ImmutableJWKSet<>(new JWKSet(key)));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /** The server; it is no configuration that the house would find. */
  @EnableWebSecurity
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
  })
  static class Server {

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
      OAuth2AuthorizationServerConfigurer protocol =
          OAuth2AuthorizationServerConfigurer.authorizationServer();
      return http.securityMatcher(protocol.getEndpointsMatcher())
          .with(protocol, server -> server.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(request -> request.anyRequest().authenticated())
          .exceptionHandling(
              refusal ->
                  refusal.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
          .oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults()))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain login(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(request -> request.anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .build();
    }

    @Bean
    UserDetailsService staff() {
      return name -> User.withUsername(name).password("{noop}" + PASSWORD).roles("STAFF").build();
    }

    @Bean
    InMemoryRegisteredClientRepository clients() {
      return new InMemoryRegisteredClientRepository(
          house("http://127.0.0.1:1"),
          program("portal"),
          program("stray"),
          program("unknown"),
          program("clerkish"));
    }

    static RegisteredClient house(String address) {
      return RegisteredClient.withId("house")
          .clientId("chancery")
          .clientSecret("{noop}secret")
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
          .redirectUri(address + "/login/oauth2/code/ministry")
          .postLogoutRedirectUri(address + "/login?out")
          .scope("openid")
          .scope("profile")
          .clientSettings(ClientSettings.builder().requireProofKey(true).build())
          .build();
    }

    private static RegisteredClient program(String id) {
      return RegisteredClient.withId(id)
          .clientId(id)
          .clientSecret("{noop}secret of " + id)
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
          .build();
    }

    @Bean
    People people() {
      return new People(new ConcurrentHashMap<>());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(People people) {
      return token -> {
        String who = token.getPrincipal().getName();
        if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
          token
              .getClaims()
              .claim("preferred_username", who + "@ministry.example")
              .claim("name", "Ms " + who)
              .claim("groups", people.groups().getOrDefault(who, List.of()));
        } else {
          token.getClaims().audience(List.of(who.equals("stray") ? "another-house" : "chancery"));
        }
      };
    }

    @Bean
    Keys keys() {
      return Keys.random();
    }

    @Bean
    JWKSource<SecurityContext> keySource(Keys keys) {
      return keys.source();
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build();
    }
  }
}
