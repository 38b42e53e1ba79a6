package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class PageTest {

  @AfterEach
  void endRequest() {
    RequestContextHolder.resetRequestAttributes();
  }

  @Test
  void namesTheKeyOfItsLastItemWhenThereIsMore() {
    Page<Integer> page = Page.of(List.of(1, 2, 3), 2, String::valueOf);
    assertThat(page.items()).containsExactly(1, 2);
    assertThat(page.next()).isEqualTo("2");
  }

  @Test
  void isTheLastWhenThereIsNoMore() {
    assertThat(Page.of(List.of(1, 2), 2, String::valueOf).next()).isNull();
    assertThat(Page.of(List.<Integer>of(), 2, String::valueOf).items()).isEmpty();
  }

  @Test
  void keepsItsKeyForOtherThings() {
    Page<String> page = Page.of(List.of(1, 2, 3), 2, String::valueOf).map(each -> "no. " + each);
    assertThat(page.items()).containsExactly("no. 1", "no. 2");
    assertThat(page.next()).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 200})
  void hasUpToTwoHundredItems(int asked) {
    assertThat(Page.limit(asked)).isEqualTo(asked);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 201, Integer.MAX_VALUE})
  void refusesAnotherLimit(int asked) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Page.limit(asked))
        .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID_PARAMETER));
  }

  @Test
  void linksToTheNextWithTheSameQuestion() {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/instruments");
    request.setQueryString("q=%C9%99m%C9%99kda%C5%9Fl%C4%B1q&limit=2&after=1");
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    assertThat(link(Page.of(List.of(1, 2, 3), 2, String::valueOf)))
        .isEqualTo(
            "<http://localhost/api/instruments?q=%C9%99m%C9%99kda%C5%9Fl%C4%B1q&limit=2&after=2>;"
                + " rel=\"next\"");
    assertThat(link(Page.of(List.of(1), 2, String::valueOf))).isNull();
  }

  private static @org.jspecify.annotations.Nullable String link(Page<Integer> page) {
    return page.answer().getHeaders().getFirst(HttpHeaders.LINK);
  }
}
