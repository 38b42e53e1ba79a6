package org.chancery.archive;

import java.util.List;
import org.chancery.OnPostgres;

/** R16: A register moves from the embedded database to PostgreSQL, and back. */
class ArchiveStoryOnPostgresTest extends ArchiveStoryTest {

  @Override
  List<String> database() {
    return OnPostgres.emptyDatabase("archived");
  }
}
