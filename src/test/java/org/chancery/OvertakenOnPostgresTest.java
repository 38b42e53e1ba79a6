package org.chancery;

import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The same on PostgreSQL, where nobody waits for another for more than a moment. */
@ContextConfiguration(initializers = OnPostgres.class)
@TestPropertySource(
    properties = "spring.datasource.hikari.connection-init-sql=set lock_timeout = '1s'")
class OvertakenOnPostgresTest extends OvertakenTest {}
