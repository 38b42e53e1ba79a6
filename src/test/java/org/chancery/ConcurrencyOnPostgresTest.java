package org.chancery;

import org.springframework.test.context.ContextConfiguration;

/** Several people at once, on PostgreSQL. */
@ContextConfiguration(initializers = OnPostgres.class)
class ConcurrencyOnPostgresTest extends ConcurrencyTest {}
