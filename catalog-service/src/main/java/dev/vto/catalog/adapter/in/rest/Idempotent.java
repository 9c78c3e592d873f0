package dev.vto.catalog.adapter.in.rest;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Honours {@code Idempotency-Key} on an operation that creates: the same request with the same key is carried out once
 * and answered the same for 24 hours.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@interface Idempotent {

    /**
     * Whether the work is done first, outside of the transaction in which its answer is kept: where it takes long, and where
     * what a second one leaves needs no undoing.
     */
    @Nonbinding
    boolean workFirst() default false;
}
