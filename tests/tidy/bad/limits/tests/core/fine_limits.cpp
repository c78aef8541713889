int b = limits::used_and_tested;
