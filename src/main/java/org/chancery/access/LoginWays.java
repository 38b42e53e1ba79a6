package org.chancery.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people may log in.
 *
 * @param local whether passwords kept here open the house; where not, they serve administrators
 *     alone, so that the first one can be made and nobody is locked out with a provider that fails
 * @param longest how long a login lasts at the most, however busy
 * @param ask whom a person asks who may not come in, as a sentence names them; empty: the
 *     administrator of the house
 */
@ConfigurationProperties("chancery.login")
public record LoginWays(
    @DefaultValue("true") boolean local,
    @DefaultValue("12h") Duration longest,
    @DefaultValue("") String ask) {}
