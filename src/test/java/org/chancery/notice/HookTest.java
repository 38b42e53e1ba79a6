package org.chancery.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SSRF: no call leads where the configuration did not mean it to, whatever a name stands for.
 * {@link WebhooksTest} shows that no redirection is followed and no other address called.
 */
class HookTest {

  private static final String SECRET = "whsec_dHdlbnR5LWZvdXIgcmFuZG9tIGJ5dGVz";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "::1",
        "0.0.0.0",
        "::",
        "169.254.169.254",
        "fe80::1",
        "224.0.0.1",
        "::ffff:127.0.0.1"
      })
  void aNameThatLeadsIntoThisMachineIsNotFollowed(String address) throws UnknownHostException {
    assertThat(hook("https://other.example/hook").mayLeadTo(InetAddress.getByName(address)))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "10.1.2.3", "2001:db8::1"})
  void aNameThatLeadsToAnotherMachineIsFollowed(String address) throws UnknownHostException {
    assertThat(hook("https://other.example/hook").mayLeadTo(InetAddress.getByName(address)))
        .isTrue();
  }

  @Test
  void thisMachineIsCalledOnlyByItsName() throws UnknownHostException {
    InetAddress here = InetAddress.getLoopbackAddress();
    assertThat(hook("http://localhost:9/hook").mayLeadTo(here)).isTrue();
    assertThat(hook("http://localhost:9/hook").mayLeadTo(InetAddress.getByName("0.0.0.0")))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://other.example/",
        "http://127.0.0.1.other.example/",
        "http://localhost@other.example/",
        "https://user:word@other.example/",
        "file:///etc/passwd",
        "ftp://other.example/",
        "gopher://localhost/",
        "https:///hook"
      })
  void anAddressThatIsNotSafeIsNotTaken(String url) {
    assertThatThrownBy(() -> hook(url)).hasMessageContaining("https");
  }

  private static Hook hook(String url) {
    return new Hook(URI.create(url), SECRET, Set.of());
  }
}
