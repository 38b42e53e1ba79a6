package org.chancery.process;

import org.chancery.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

/** Cases go on after a model has changed under them, on PostgreSQL. */
@ContextConfiguration(initializers = OnPostgres.class)
class MovingStoryOnPostgresTest extends MovingStoryTest {}
