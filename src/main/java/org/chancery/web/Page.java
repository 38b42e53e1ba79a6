package org.chancery.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * One page of a collection, and the key after which the next begins.
 *
 * @param items what is on the page
 * @param next the key of its last item when there is more; null on the last page
 */
public record Page<T>(List<T> items, @JsonIgnore @Nullable String next) {

  /** How many items a page has unless the caller says otherwise. */
  public static final int DEFAULT_LIMIT = 50;

  private static final int MOST = 200;

  /**
   * The page made of up to {@code limit} of the rows; ask the database for one row more, which
   * tells whether there is another page.
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> key) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = List.copyOf(rows.subList(0, limit));
    return new Page<>(items, key.apply(items.get(limit - 1)));
  }

  /**
   * The limit a caller asked for.
   *
   * @throws Refusal when it is not between 1 and 200
   */
  public static int limit(int asked) {
    if (asked < 1 || asked > MOST) {
      throw Refusal.of(Refusal.Kind.INVALID_PARAMETER, "parameter.limit", asked, MOST);
    }
    return asked;
  }

  /** The same page of other things. */
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), next);
  }

  /** The answer to the current request: the page, with a link to the next. */
  public ResponseEntity<Page<T>> answer() {
    return linkTo(next).body(this);
  }

  /** An answer to the current request with a link to the next page, if there is one. */
  public static ResponseEntity.BodyBuilder linkTo(@Nullable String next) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (next != null) {
      String link =
          ServletUriComponentsBuilder.fromCurrentRequest()
              .replaceQueryParam("after", next)
              .build()
              .toUriString();
      answer.header(HttpHeaders.LINK, "<" + link + ">; rel=\"next\"");
    }
    return answer;
  }
}
