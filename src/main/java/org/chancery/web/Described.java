package org.chancery.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The type that a body read as a tree is then read into; it is what the API's description shows.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Described {

  /** The type of the body. */
  Class<?> value();

  /** The media type of the body; of several values in lines, too. */
  String as() default "application/json";
}
