package org.chancery;

import org.springframework.test.context.ContextConfiguration;

/** The story on PostgreSQL. */
@ContextConfiguration(initializers = OnPostgres.class)
class StoryOnPostgresTest extends StoryTest {}
