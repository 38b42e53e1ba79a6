package org.chancery.report;

import org.chancery.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

/** What was known at another moment, on PostgreSQL. */
@ContextConfiguration(initializers = OnPostgres.class)
class KnownAtOnPostgresTest extends KnownAtTest {}
