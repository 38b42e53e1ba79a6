package org.chancery.journal;

import java.util.UUID;
import org.chancery.OnPostgres;

/** The same on PostgreSQL. */
class SealingOnPostgresTest extends SealingTest {

  @Override
  String emptyDatabase() {
    String name = "sealing_" + UUID.randomUUID().toString().replace('-', '_');
    String url = OnPostgres.emptyDatabase(name).get(0);
    return url.substring(url.indexOf('=') + 1);
  }
}
