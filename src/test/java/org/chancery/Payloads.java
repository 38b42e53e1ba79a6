package org.chancery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Texts that run a script where a page takes them for more than text: they set a canary. */
final class Payloads {

  /** Each runs by itself where it stands between the elements of a page. */
  private static final List<String> RUNNING =
      List.of(
          "<script>top.__xss=1</script>",
          "<img src=x onerror=top.__xss=1>",
          "<svg onload=top.__xss=1>",
          "<svg><script>top.__xss=1</script></svg>",
          "<iframe srcdoc='<script>top.__xss=1</script>'></iframe>",
          "<iframe src='javascript:top.__xss=1'></iframe>",
          "<details open ontoggle=top.__xss=1>x</details>",
          "<input autofocus onfocus=top.__xss=1>",
          "<video><source onerror=top.__xss=1></video>",
          "<audio src=x onerror=top.__xss=1></audio>",
          "<math><mtext><img src=x onerror=top.__xss=1></mtext></math>",
          "<img src=x:x onerror='alert(1);top.__xss=1'>");

  /** What closes what they may stand in. */
  private static final List<String> CLOSING =
      List.of("", "\">", "'>", "</title></textarea></style>", "--></script>");

  /** For the expressions of templates, and for links. */
  private static final List<String> OTHERS =
      List.of(
          "{{constructor.constructor('top.__xss=1')()}}",
          "[[${T(java.lang.System).exit(1)}]]",
          "__${top.__xss=1}__::.x",
          "javascript:top.__xss=1",
          "\" autofocus onfocus=top.__xss=1 x=\"",
          "';top.__xss=1//");

  private Payloads() {}

  /** Sixty that run by themselves. */
  static List<String> running() {
    return CLOSING.stream()
        .flatMap(closing -> RUNNING.stream().map(vector -> closing + vector))
        .toList();
  }

  /** All of them, or a dozen, one after the other in texts no longer than so many signs. */
  static List<String> texts(boolean all, int longest) {
    List<String> chosen = all ? running() : running().subList(12, 24);
    List<String> texts = new ArrayList<>(List.of(""));
    Stream.concat(OTHERS.stream(), chosen.stream())
        .forEach(
            payload -> {
              int last = texts.size() - 1;
              if (texts.get(last).length() + payload.length() > longest) {
                texts.add(payload);
              } else {
                texts.set(last, texts.get(last) + payload);
              }
            });
    return texts;
  }
}
