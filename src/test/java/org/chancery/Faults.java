package org.chancery;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
  private static final AtomicInteger ROWS = new AtomicInteger();

  /** How the threads of requests are named, and those that work for them. */
  private static final String REQUESTS = "http-|import-";

  private static volatile String threads = REQUESTS;
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
   * @param rows how many rows it writes
   */
  record Calls(int statements, int commits, int rows) {}

  /** Counts the calls that requests make meanwhile; none fails. */
  static Calls during(Runnable requests) {
    return during(REQUESTS, requests);
  }

  /** Counts the calls of the threads whose names begin so; none fails. */
  static Calls during(String named, Runnable work) {
    COMMITS.set(0);
    ROWS.set(0);
    threads = named;
    at(Integer.MAX_VALUE);
    try {
      work.run();
    } finally {
      armed = false;
      threads = REQUESTS;
    }
    int commits = COMMITS.get();
    return new Calls(Integer.MAX_VALUE - LEFT.get() - commits, commits, ROWS.get());
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
      String thread = Thread.currentThread().getName();
      if (away && isOf(thread, REQUESTS)) {
        throw new SQLTransientConnectionException("No connection is to be had", "08001");
      }
      Connection connection = super.getConnection();
      return armed && isOf(thread, threads) ? proxy(Connection.class, connection) : connection;
    }
  }

  private static boolean isOf(String thread, String names) {
    return Arrays.stream(names.split("\\|")).anyMatch(thread::startsWith);
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
      ROWS.addAndGet(rows(method.getName(), answer));
      return answer instanceof Statement ? proxy(method.getReturnType(), answer) : answer;
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private static int rows(String method, @Nullable Object answer) {
    return switch (method) {
      case "executeUpdate", "getUpdateCount" -> Math.max(0, (int) Objects.requireNonNull(answer));
      case "executeBatch" ->
          IntStream.of((int[]) Objects.requireNonNull(answer)).map(Math::abs).sum();
      default -> 0;
    };
  }
}
