package org.chancery;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets one call of the database fail, the n-th that a request makes: a statement, or the commit.
 * Nothing fails, and nothing is in between, until a test says so.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Faults {

  private static final AtomicInteger LEFT = new AtomicInteger();
  private static final AtomicInteger COMMITS = new AtomicInteger();
  private static volatile boolean armed;
  private static volatile boolean away;

  /** The n-th call from now on fails, and that one only. */
  public static void at(int n) {
    LEFT.set(n);
    armed = true;
  }

  /** Nothing fails any more; whether one has. */
  public static boolean end() {
    armed = false;
    return LEFT.get() <= 0;
  }

  /**
   * What a request asks of the database.
   *
   * @param statements how many statements, a batch being one
   * @param commits how often it makes them last
   */
  record Calls(int statements, int commits) {}

  /** Counts the calls that requests make meanwhile; none fails. */
  static Calls during(Runnable requests) {
    COMMITS.set(0);
    at(Integer.MAX_VALUE);
    try {
      requests.run();
    } finally {
      armed = false;
    }
    int commits = COMMITS.get();
    return new Calls(Integer.MAX_VALUE - LEFT.get() - commits, commits);
  }

  /** Whether no request gets a connection from now on. */
  public static void away(boolean isAway) {
    away = isAway;
  }

  @Bean
  static BeanPostProcessor failing() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool ? new Failing(pool) : bean;
      }
    };
  }

  private static final class Failing extends DelegatingDataSource {

    Failing(DataSource pool) {
      super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
      boolean isOfARequest = Thread.currentThread().getName().startsWith("http-");
      if (away && isOfARequest) {
        throw new SQLTransientConnectionException("No connection is to be had", "08001");
      }
      Connection connection = super.getConnection();
      return armed && isOfARequest ? proxy(Connection.class, connection) : connection;
    }
  }

  private static <T> T proxy(Class<T> type, Object real) {
    InvocationHandler handler = (any, method, arguments) -> called(real, method, arguments);
    return type.cast(
        Proxy.newProxyInstance(Faults.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object called(
      Object real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    boolean commits = method.getName().equals("commit");
    boolean counts = commits || method.getName().startsWith("execute");
    if (armed && commits) {
      COMMITS.incrementAndGet();
    }
    if (armed && counts && LEFT.decrementAndGet() == 0) {
      throw new SQLException("The disk is broken", "58030");
    }
    try {
      Object answer = method.invoke(real, arguments);
      return answer instanceof Statement ? proxy(method.getReturnType(), answer) : answer;
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }
}
