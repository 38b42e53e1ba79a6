package org.chancery.document;

import java.util.List;
import org.chancery.web.Message;

/** What could be read out of a file. */
sealed interface Extract {

  /**
   * Its paragraphs.
   *
   * @param lines each without blanks at its ends; none is empty
   * @param isCut whether there are more than are read
   */
  record Lines(List<String> lines, boolean isCut) implements Extract {

    /** An immutable copy. */
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Nothing.
   *
   * @param why why not
   */
  record Nothing(Message why) implements Extract {}
}
