package org.chancery.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.chancery.web.Refusal;

/**
 * What is made of the rows that an archive has of a table, one after the other. After the last one
 * they are compared with what the manifest says of them.
 */
final class Rows<T> implements Iterator<T>, Closeable {

  private final Table table;
  private final long stated;
  private final Checked content;
  private final MappingIterator<ObjectNode> lines;
  private final Function<Map<String, Object>, T> make;
  private long row;
  private boolean ended;

  /**
   * @param stated how many there are, as the manifest says
   * @param make what is made of a row; a row it cannot be made of is none of this table
   */
  Rows(
      Table table,
      long stated,
      Checked content,
      ObjectReader reader,
      Function<Map<String, Object>, T> make)
      throws IOException {
    this.table = table;
    this.stated = stated;
    this.content = content;
    this.lines = reader.readValues(content);
    this.make = make;
  }

  /**
   * @throws Refusal when they are not what the manifest says
   */
  @Override
  public boolean hasNext() {
    try {
      if (!ended && !lines.hasNextValue()) {
        ended = true;
        verify();
      }
      return !ended;
    } catch (JsonProcessingException malformed) {
      throw malformed(malformed);
    } catch (IOException broken) {
      throw ArchiveFile.unreadable(broken);
    }
  }

  private void verify() throws IOException {
    content.verify();
    if (row != stated) {
      throw ArchiveFile.refused("archive.rows", table.entry(), row, stated);
    }
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      T made = make.apply(table.read(lines.nextValue()));
      row++;
      return made;
    } catch (JsonProcessingException | IllegalArgumentException malformed) {
      throw malformed(malformed);
    } catch (IOException broken) {
      throw ArchiveFile.unreadable(broken);
    }
  }

  private Refusal malformed(Exception why) {
    return ArchiveFile.refused(
        "archive.row", table.entry(), row + 1, String.valueOf(why.getMessage()));
  }

  @Override
  public void close() throws IOException {
    lines.close();
    content.close();
  }
}
