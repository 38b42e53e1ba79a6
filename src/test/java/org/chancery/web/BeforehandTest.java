package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.util.unit.DataSize;

/** What comes in parts is looked at before a connection is taken, and let go after the write. */
class BeforehandTest {

  private final List<String> happened = new ArrayList<>();

  @Test
  void whatComesInPartsIsLookedAtBeforeTheTransactionBegins() throws Exception {
    pass("multipart/form-data; boundary=line");
    assertThat(happened).containsExactly("look", "begin", "write", "close");
  }

  @Test
  void whatComesInOnePieceIsNot() throws Exception {
    pass("application/json");
    assertThat(happened).containsExactly("begin", "write");
  }

  private void pass(String type) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/anything");
    request.setServletPath("/api/anything");
    request.setContentType(type);
    idempotency()
        .doFilter(request, new MockHttpServletResponse(), (asked, answer) -> happened.add("write"));
  }

  private Idempotency idempotency() {
    PlatformTransactionManager transactions = mock(PlatformTransactionManager.class);
    when(transactions.getTransaction(any()))
        .thenAnswer(
            begin -> {
              happened.add("begin");
              return new SimpleTransactionStatus();
            });
    Beforehand looking =
        request -> {
          happened.add("look");
          return () -> happened.add("close");
        };
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("looking", looking);
    return new Idempotency(
        transactions,
        mock(IdempotencyKeys.class),
        mock(Problems.class),
        new ObjectMapper(),
        beans.getBeanProvider(Beforehand.class),
        DataSize.ofMegabytes(1));
  }
}
