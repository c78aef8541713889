int a = limits::used_and_tested;
